package dev.signet.csrf;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.signet.SessionEvent.CsrfFailure;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The response to a refused request, with status 403: a page for browsers, a problem body (RFC
 * 9457) for other clients. The text is fixed; nothing of the request is in it.
 */
final class CsrfRefusal {

  private static final String PROBLEM =
      """
      {"type":"about:blank","title":"Forbidden","status":403,"detail":"%s"}\
      """;

  private static final String PAGE =
      """
      <!DOCTYPE html>
      <html lang="en">
      <head>
      <meta charset="utf-8">
      <meta name="viewport" content="width=device-width, initial-scale=1">
      <title>Request refused</title>
      </head>
      <body>
      <h1>Request refused</h1>
      <p>%s Nothing was changed.</p>
      <details><summary>For developers</summary><p>%s</p></details>
      </body>
      </html>
      """;

  private static final Pattern QUALITY = Pattern.compile("(?i)\\s*q\\s*=\\s*([01](\\.\\d{0,3})?)");

  private final CsrfFailure failure;
  private final boolean isPage;

  private CsrfRefusal(CsrfFailure failure, boolean isPage) {
    this.failure = failure;
    this.isPage = isPage;
  }

  /**
   * Returns the response to a refused request.
   *
   * @param accept the request's {@code Accept} header; null if absent
   */
  static CsrfRefusal of(CsrfFailure failure, @Nullable String accept) {
    return new CsrfRefusal(failure, accept != null && prefersHtml(accept));
  }

  /** Browsers name HTML if they show the response as a page, and never if a script gets it. */
  private static boolean prefersHtml(String accept) {
    double html = 0;
    double json = 0;
    for (String range : accept.toLowerCase(Locale.ROOT).split(",", -1)) {
      String[] parts = range.split(";", -1);
      switch (parts[0].strip()) {
        case "text/html", "application/xhtml+xml" -> html = Math.max(html, quality(parts));
        case "application/json", "application/problem+json" ->
            json = Math.max(json, quality(parts));
        default -> {
          // Neither is named.
        }
      }
    }
    return html > json;
  }

  private static double quality(String[] parts) {
    for (int i = 1; i < parts.length; i++) {
      var quality = QUALITY.matcher(parts[i]);
      if (quality.matches()) {
        return Double.parseDouble(quality.group(1));
      }
    }
    return 1;
  }

  /** Returns the headers of the response. */
  Map<String, String> headers() {
    return Map.of(
        "Content-Type", isPage ? "text/html;charset=UTF-8" : "application/problem+json",
        "Cache-Control", "no-store",
        "Content-Security-Policy", "default-src 'none'; frame-ancestors 'none'",
        "X-Content-Type-Options", "nosniff",
        "Vary", "Accept");
  }

  /** Returns the body of the response in UTF-8. */
  byte[] body() {
    String text = isPage ? PAGE.formatted(explanation(), detail()) : PROBLEM.formatted(detail());
    return text.getBytes(UTF_8);
  }

  private String explanation() {
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

  private String detail() {
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
