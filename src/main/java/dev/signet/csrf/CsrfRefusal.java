package dev.signet.csrf;

import dev.signet.SessionEvent.CsrfFailure;
import dev.signet.http.AcceptHeader;
import dev.signet.http.Refusal;
import org.jspecify.annotations.Nullable;

/** The responses to requests that fail the CSRF check, with status 403. */
final class CsrfRefusal {

  private CsrfRefusal() {}

  /**
   * Returns the response to a refused request.
   *
   * @param accept the request's {@code Accept} header; null if absent
   */
  static Refusal of(CsrfFailure failure, @Nullable String accept) {
    return new Refusal(
        403,
        "Forbidden",
        "Request refused",
        explanation(failure) + " Nothing was changed.",
        detail(failure),
        AcceptHeader.prefersHtml(accept));
  }

  private static String explanation(CsrfFailure failure) {
    return switch (failure) {
      case FOREIGN_ORIGIN ->
          "Your browser sent this request from a page of another site. If you meant to send it,"
              + " open this site and do it there.";
      case MISSING_TOKEN ->
          "The form that you sent is incomplete. Go back, load the page again and send it again.";
      case WRONG_TOKEN ->
          "The page that you sent is out of date, because you logged in or out after it was"
              + " loaded. Go back, load the page again and send it again.";
    };
  }

  private static String detail(CsrfFailure failure) {
    return switch (failure) {
      case FOREIGN_ORIGIN ->
          "The browser sent this request from another origin. If it is one of yours, list it in"
              + " session.csrf.allowed-origins; behind a proxy, configure the server to use the"
              + " scheme and the host that browsers use.";
      case MISSING_TOKEN ->
          "This request has a session, but no token. Put the value of an injected CsrfToken"
              + " into the form field csrf_token or the header X-CSRF-Token. The field has to be"
              + " within the first 64 kB of a form that a resource reads; it is found in a"
              + " multipart form that a servlet reads only if the servlet has a multipart"
              + " configuration.";
      case WRONG_TOKEN ->
          "The token of this request does not belong to the current session: a log-in or log-out"
              + " happened after the page was loaded. Load the page again, and request the token"
              + " after renew().";
    };
  }
}
