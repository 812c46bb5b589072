package dev.signet.security;

import dev.signet.core.RequestSession;
import dev.signet.http.Refusal;
import java.time.Duration;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The responses to requests that a guard refuses. Thread-safe.
 *
 * @param page returns the log-in page; null if there is none
 */
record AccessRefusals(Supplier<@Nullable LoginPage> page) {

  private static final String CHALLENGE = "WWW-Authenticate";

  /** Returns 401, or the way to the log-in page if a browser asked for a page. */
  AccessResponse unauthorized(PageRequest request, RequestSession session) {
    LoginPage found = page.get();
    if (found != null && found.isFor(request)) {
      return found.redirect(request, session);
    }
    return AccessResponse.of(
            new Refusal(
                401,
                "Unauthorized",
                "Please log in",
                "You have to log in to see this. Log in, and then try again.",
                "This resource needs a caller, and the session has none. Log in first; after that,"
                    + " send the session cookie.",
                request.prefersPage()))
        .with(CHALLENGE, "Cookie cookie-name=" + session.cookieName());
  }

  /** Returns 401 with the challenge of RFC 9470, or the way to the log-in page. */
  AccessResponse confirmationRequired(PageRequest request, RequestSession session, Duration time) {
    LoginPage found = page.get();
    if (found != null && found.isFor(request)) {
      return found.redirect(request, session);
    }
    String challenge =
        "Bearer error=\"insufficient_user_authentication\", error_description=\"A more recent"
            + " authentication is required\", max_age=\"%d\"";
    return AccessResponse.of(
            new Refusal(
                401,
                "Unauthorized",
                "Please confirm that it is you",
                "You logged in some time ago. Confirm that it is you, and then try again.",
                "This resource needs a caller who has proved their identity within the last %d"
                        .formatted(time.toSeconds())
                    + " seconds. Ask for the password or a second factor again, and call"
                    + " session.confirm().",
                request.prefersPage()))
        .with(CHALLENGE, challenge.formatted(time.toSeconds()));
  }

  /** Returns 403. */
  AccessResponse forbidden(PageRequest request) {
    return AccessResponse.of(
        new Refusal(
            403,
            "Forbidden",
            "Not allowed",
            "You are not allowed to see this.",
            "The caller has none of the roles that this resource needs. Roles are those of the"
                + " log-in; a role that was granted later needs another log-in.",
            request.prefersPage()));
  }
}
