package dev.signet.suite.csrf;

import dev.signet.CsrfExempt;
import jakarta.ws.rs.POST;

/** An interface that a resource implements; its exemption has no effect. */
@CsrfExempt
public interface HookApi {

  /** Answers a post. */
  @CsrfExempt
  @POST
  String hook();
}
