package dev.signet.security;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.signet.http.AcceptHeader;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.HttpHeaders;
import java.net.URI;
import java.util.HexFormat;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The parts of a request that decide how it is refused. Immutable.
 *
 * @param method the method of HTTP
 * @param path the path, as in the URL
 * @param query the query, as in the URL; null if absent
 * @param accept the {@code Accept} header; null if absent
 * @param fetchMode the {@code Sec-Fetch-Mode} header; null if absent
 */
record PageRequest(
    String method,
    String path,
    @Nullable String query,
    @Nullable String accept,
    @Nullable String fetchMode) {

  static final String FETCH_MODE = "Sec-Fetch-Mode";

  private static final String ILLEGAL = "\"<>\\^`{|}[]";
  private static final Pattern ESCAPE = Pattern.compile("%[0-9A-Fa-f]{2}");

  /** Returns the parts of a request to Jakarta REST. */
  static PageRequest of(ContainerRequestContext request) {
    URI uri = request.getUriInfo().getRequestUri();
    return new PageRequest(
        request.getMethod(),
        uri.getRawPath(),
        uri.getRawQuery(),
        request.getHeaderString(HttpHeaders.ACCEPT),
        request.getHeaderString(FETCH_MODE));
  }

  /** Encodes the characters that a URI cannot have (RFC 3986, 2), and browsers send anyway. */
  static String encode(String part) {
    var encoded = new StringBuilder(part.length());
    for (int i = 0; i < part.length(); i++) {
      char character = part.charAt(i);
      boolean isLegal =
          character == '%'
              ? ESCAPE.matcher(part).region(i, part.length()).lookingAt()
              : character > ' ' && character < 0x7f && ILLEGAL.indexOf(character) < 0;
      if (isLegal) {
        encoded.append(character);
      } else {
        for (byte each : String.valueOf(character).getBytes(UTF_8)) {
          encoded.append('%').append(HexFormat.of().withUpperCase().toHexDigits(each));
        }
      }
    }
    return encoded.toString();
  }

  /** Returns whether the client prefers a page to JSON. */
  boolean prefersPage() {
    return AcceptHeader.prefersHtml(accept);
  }

  /** Returns whether a browser asks for a page, so that a user would see a redirect. */
  boolean isNavigation() {
    return method.equals("GET")
        && (fetchMode == null ? prefersPage() : fetchMode.equals("navigate"));
  }

  /** Returns the path and the query, as in the URL. */
  String target() {
    return query == null ? path : path + "?" + query;
  }
}
