package dev.signet.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Map;

/**
 * The response to a refused request: a page for browsers, a problem body (RFC 9457) for other
 * clients. Nothing of the request is in it.
 *
 * @param status the status code
 * @param title the phrase of the status code
 * @param heading the heading of the page
 * @param explanation what a user of a browser should know, as HTML
 * @param detail what a developer should know, without quotation marks
 * @param isPage whether the client gets a page
 */
public record Refusal(
    int status, String title, String heading, String explanation, String detail, boolean isPage) {

  private static final String PROBLEM =
      """
      {"type":"about:blank","title":"%s","status":%d,"detail":"%s"}\
      """;

  private static final String PAGE =
      """
      <!DOCTYPE html>
      <html lang="en">
      <head>
      <meta charset="utf-8">
      <meta name="viewport" content="width=device-width, initial-scale=1">
      <title>%1$s</title>
      </head>
      <body>
      <h1>%1$s</h1>
      <p>%2$s</p>
      <details><summary>For developers</summary><p>%3$s</p></details>
      </body>
      </html>
      """;

  /** Returns the headers of the response. */
  public Map<String, String> headers() {
    return Map.of(
        "Content-Type", isPage ? "text/html;charset=UTF-8" : "application/problem+json",
        "Cache-Control", "no-store",
        "Content-Security-Policy", "default-src 'none'; frame-ancestors 'none'",
        "X-Content-Type-Options", "nosniff",
        "Vary", "Accept");
  }

  /** Returns the body of the response in UTF-8. */
  public byte[] body() {
    String text =
        isPage
            ? PAGE.formatted(heading, explanation, detail)
            : PROBLEM.formatted(title, status, detail);
    return text.getBytes(UTF_8);
  }
}
