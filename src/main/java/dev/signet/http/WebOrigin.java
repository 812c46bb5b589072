package dev.signet.http;

import java.net.URI;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The origin of a page (RFC 6454, 4). Origins are equal if scheme, host and port are.
 *
 * @param scheme in lower case
 * @param host in lower case, an IPv6 address in brackets
 * @param port the default port of the scheme if none is written; -1 if the scheme has none
 */
public record WebOrigin(String scheme, String host, int port) {

  private static final int HTTP = 80;
  private static final int HTTPS = 443;
  private static final Pattern SERIALIZED =
      Pattern.compile(
          "(?<scheme>[a-z][a-z0-9+.-]*)://(?<host>[\\w.~%-]+|\\[[0-9a-f:.]+])(:(?<port>\\d{1,5}))?",
          Pattern.CASE_INSENSITIVE);

  /**
   * Parses the value of an {@code Origin} header (RFC 6454, 6.2).
   *
   * @return the origin; null if the text is not one, such as {@code null} or a list
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
   * Returns the origin of a server as browsers see it.
   *
   * @param uri the URI of a request as the server sees it; of a WebSocket too
   * @param secure whether the browser used HTTPS, perhaps only as far as a proxy
   * @return the origin; null if the URI has no host
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
