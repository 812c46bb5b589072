package dev.signet.documentation;

import dev.signet.SessionEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/** An observer, as in the page on sessions. */
@ApplicationScoped
public class Audit {
  void destroyed(@Observes SessionEvent.Destroyed event) {
    System.getLogger(Audit.class.getName()).log(System.Logger.Level.INFO, "{0}", event.cause());
  }
}
