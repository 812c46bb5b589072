package dev.signet.http;

import java.net.URI;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Where a page comes from, as browsers tell sites apart (RFC 6454, 4): equal where scheme, host and
 * port are.
 *
 * @param scheme in lower case
 * @param host in lower case, an IPv6 address in its brackets
 * @param port the one of the scheme where none is written; -1 where the scheme has none
 */
public record WebOrigin(String scheme, String host, int port) {

  private static final int HTTP = 80;
  private static final int HTTPS = 443;
  private static final Pattern SERIALIZED =
      Pattern.compile(
          "(?<scheme>[a-z][a-z0-9+.-]*)://(?<host>[\\w.~%-]+|\\[[0-9a-f:.]+])(:(?<port>\\d{1,5}))?",
          Pattern.CASE_INSENSITIVE);

  /**
   * Reads what an {@code Origin} header says (RFC 6454, 6.2).
   *
   * @return the origin; null where the text is none, as {@code null} and lists are none
   */
  public static @Nullable WebOrigin parse(String text) {
    var matcher = SERIALIZED.matcher(text);
    if (!matcher.matches()) {
      return null;
    }
    String port = matcher.group("port");
    return of(matcher.group("scheme"), matcher.group("host"), port == null ? "" : port);
  }

  /**
   * Returns the origin that a server has for browsers.
   *
   * @param uri where it was called, as it sees that itself; of a WebSocket too
   * @param secure whether the browser came over HTTPS, perhaps as far as a proxy only
   * @return the origin; null where the URI has no host
   */
  public static @Nullable WebOrigin of(URI uri, boolean secure) {
    WebOrigin seen =
        uri.isAbsolute()
            ? parse(uri.getScheme().replaceFirst("^ws", "http") + "://" + uri.getRawAuthority())
            : null;
    if (seen == null || !secure || !seen.scheme.equals("http")) {
      return seen;
    }
    return new WebOrigin("https", seen.host, seen.port == HTTP ? HTTPS : seen.port);
  }

  private static WebOrigin of(String scheme, String host, String port) {
    String name = scheme.toLowerCase(Locale.ROOT);
    int usual = name.equals("https") ? HTTPS : name.equals("http") ? HTTP : -1;
    return new WebOrigin(
        name, host.toLowerCase(Locale.ROOT), port.isEmpty() ? usual : Integer.parseInt(port));
  }
}
