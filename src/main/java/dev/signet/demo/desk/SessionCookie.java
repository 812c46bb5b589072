package dev.signet.demo.desk;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The name of the session cookie, for the inspector. */
@ApplicationScoped
public class SessionCookie {

  @Inject
  @ConfigProperty(name = "session.cookie-name", defaultValue = "session")
  String name;

  String name() {
    return name;
  }

  /** Returns whether a {@code Set-Cookie} header is for the session. */
  boolean isNamed(String setCookie) {
    return setCookie.startsWith(name + "=");
  }
}
