package dev.signet.security;

import dev.signet.core.CurrentSession;
import dev.signet.http.AcceptHeader;
import dev.signet.http.Refusal;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.time.Duration;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The responses to requests that a guard refuses. Thread-safe. */
final class AccessRefusals {

  private final CurrentSession session;
  private final Supplier<@Nullable LoginPage> page;

  /**
   * @param session finds the session of the request
   * @param page returns the log-in page; null if there is none
   */
  AccessRefusals(CurrentSession session, Supplier<@Nullable LoginPage> page) {
    this.session = session;
    this.page = page;
  }

  /** Returns 401, or the way to the log-in page if a browser asked for a page. */
  Response unauthorized(ContainerRequestContext request) {
    LoginPage found = page.get();
    if (found != null && found.isFor(request)) {
      return found.redirect(request, session.get());
    }
    return response(
            new Refusal(
                401,
                "Unauthorized",
                "Please log in",
                "You have to log in to see this. Log in, and then try again.",
                "This resource needs a caller, and the session has none. Log in first; after that,"
                    + " send the session cookie.",
                isPage(request)))
        .header(HttpHeaders.WWW_AUTHENTICATE, "Cookie cookie-name=" + session.get().cookieName())
        .build();
  }

  /** Returns 401 with the challenge of RFC 9470, or the way to the log-in page. */
  Response confirmationRequired(ContainerRequestContext request, Duration time) {
    LoginPage found = page.get();
    if (found != null && found.isFor(request)) {
      return found.redirect(request, session.get());
    }
    String challenge =
        "Bearer error=\"insufficient_user_authentication\", error_description=\"A more recent"
            + " authentication is required\", max_age=\"%d\"";
    return response(
            new Refusal(
                401,
                "Unauthorized",
                "Please confirm that it is you",
                "You logged in some time ago. Confirm that it is you, and then try again.",
                "This resource needs a caller who has proved their identity within the last %d"
                        .formatted(time.toSeconds())
                    + " seconds. Ask for the password or a second factor again, and call"
                    + " session.confirm().",
                isPage(request)))
        .header(HttpHeaders.WWW_AUTHENTICATE, challenge.formatted(time.toSeconds()))
        .build();
  }

  /** Returns 403. */
  Response forbidden(ContainerRequestContext request) {
    return response(
            new Refusal(
                403,
                "Forbidden",
                "Not allowed",
                "You are not allowed to see this.",
                "The caller has none of the roles that this resource needs. Roles are those of the"
                    + " log-in; a role that was granted later needs another log-in.",
                isPage(request)))
        .build();
  }

  private static boolean isPage(ContainerRequestContext request) {
    return AcceptHeader.prefersHtml(request.getHeaderString(HttpHeaders.ACCEPT));
  }

  private static Response.ResponseBuilder response(Refusal refusal) {
    var response = Response.status(refusal.status()).entity(refusal.body());
    refusal.headers().forEach(response::header);
    return response;
  }
}
