package dev.signet.security;

import dev.signet.http.Refusal;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The response to a refused request.
 *
 * @param status the status code
 * @param headers the headers, of which each occurs once
 * @param content the content; null for none
 */
record AccessResponse(int status, Map<String, String> headers, @Nullable Refusal content) {

  static AccessResponse of(Refusal refusal) {
    return new AccessResponse(refusal.status(), refusal.headers(), refusal);
  }

  /** Returns the response with one more header. */
  AccessResponse with(String header, String value) {
    Map<String, String> all = new LinkedHashMap<>(headers);
    all.put(header, value);
    return new AccessResponse(status, all, content);
  }

  /** Returns the body in UTF-8; empty if there is no content. */
  byte[] body() {
    return content == null ? new byte[0] : content.body();
  }
}
