package dev.signet.documentation;

import dev.signet.LogIn;
import dev.signet.Session;
import dev.signet.testing.TestSessions;
import java.time.Duration;
import java.util.Map;
import java.util.Set;

/** The log-in of the documentation. */
final class LogInSamples {

  private LogInSamples() {}

  static void logIn(Session session) {
    session.logIn("ada", Set.of("staff"));
  }

  static void remember(Session session) {
    session.logIn(LogIn.of("ada").roles("staff").remembered(Duration.ofDays(30)));
  }

  static String cookie(String secret) {
    String cookie =
        TestSessions.signedWith(secret).loggedIn(LogIn.of("ada").roles("staff")).cookie(Map.of());
    return cookie;
  }
}
