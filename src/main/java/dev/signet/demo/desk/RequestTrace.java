package dev.signet.demo.desk;

import dev.signet.SessionEvent;
import jakarta.enterprise.context.RequestScoped;
import jakarta.enterprise.event.Observes;
import org.jspecify.annotations.Nullable;

/** A summary of a request: its action, and whether a cookie was rejected. */
@RequestScoped
public class RequestTrace {

  private String why = "";
  private SessionEvent.@Nullable RejectionReason refused;
  private boolean planted;
  private boolean script;

  void because(String reason) {
    why = reason;
  }

  /** Records that the demo set the cookie itself, without Signet. */
  void planted(String reason) {
    planted = true;
    why = reason;
  }

  /** Records whether the script of the page sent the request. */
  void script(boolean sent) {
    script = sent;
  }

  boolean isScript() {
    return script;
  }

  void rejected(@Observes SessionEvent.CookieRejected event) {
    refused = event.reason();
  }

  String why() {
    return why;
  }

  boolean isPlanted() {
    return planted;
  }

  SessionEvent.@Nullable RejectionReason refused() {
    return refused;
  }
}
