package dev.signet.demo.desk;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** What the looking glass has to know of the session's cookie: its name. */
@ApplicationScoped
public class SessionCookie {

  @Inject
  @ConfigProperty(name = "session.cookie-name", defaultValue = "session")
  String name;

  String name() {
    return name;
  }

  /** Tells whether a {@code Set-Cookie} header is for the session. */
  boolean isNamed(String setCookie) {
    return setCookie.startsWith(name + "=");
  }
}
