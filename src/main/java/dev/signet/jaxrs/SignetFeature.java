package dev.signet.jaxrs;

import dev.signet.csrf.CsrfFeature;
import dev.signet.security.SecurityFeature;
import jakarta.ws.rs.ConstrainedTo;
import jakarta.ws.rs.RuntimeType;
import jakarta.ws.rs.core.Feature;
import jakarta.ws.rs.core.FeatureContext;

/** Registers the filters in every Jakarta REST application. Found by the service loader. */
@ConstrainedTo(RuntimeType.SERVER)
public final class SignetFeature implements Feature {

  @Override
  public boolean configure(FeatureContext context) {
    context.register(SessionRequestFilter.class);
    context.register(SessionResponseFilter.class);
    context.register(SessionWriterInterceptor.class);
    context.register(SessionExceptionMapper.class);
    // RESTEasy finds only one feature of each priority by the service loader.
    context.register(CsrfFeature.class);
    context.register(SecurityFeature.class);
    return true;
  }
}
