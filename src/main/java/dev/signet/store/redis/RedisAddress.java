package dev.signet.store.redis;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLDecoder;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Where a Redis is, and who asks it. Immutable; shows no password.
 *
 * @param encrypted whether the connection is TLS
 * @param host a name or an IP address, an IPv6 one without brackets
 * @param user null for the server's default user
 * @param password null where the server asks for none
 * @param database its number
 */
record RedisAddress(
    boolean encrypted,
    String host,
    int port,
    @Nullable String user,
    @Nullable String password,
    int database) {

  private static final int USUAL_PORT = 6379;
  private static final int LAST_PORT = 65_535;
  private static final Pattern PATH = Pattern.compile("/?|/\\d{1,5}");

  /**
   * Reads a URI as the Redis tools write it. All but the host may be missing; what stands before
   * the {@code @} without a colon is a password.
   *
   * @throws IllegalArgumentException if it cannot be read; the message shows nothing of it
   */
  static RedisAddress of(String text) {
    URI uri = uri(text);
    boolean encrypted = "rediss".equalsIgnoreCase(uri.getScheme());
    if (!encrypted && !"redis".equalsIgnoreCase(uri.getScheme())) {
      throw wrong("begins with neither redis:// nor rediss://");
    }
    String host = uri.getHost();
    if (host == null) {
      throw wrong("has no host of letters, digits, '-' and '.', or a port that is no number");
    }
    int port = uri.getPort() < 0 ? USUAL_PORT : uri.getPort();
    if (port == 0 || port > LAST_PORT) {
      throw wrong("has a port that is not from 1 to " + LAST_PORT);
    }
    String path = uri.getPath();
    if (!PATH.matcher(path).matches()) {
      throw wrong("has a path that is not the number of a database");
    }
    if (uri.getQuery() != null || uri.getFragment() != null) {
      throw wrong("has a part behind '?' or '#'");
    }
    String who = uri.getRawUserInfo();
    int colon = who == null ? -1 : who.indexOf(':');
    return new RedisAddress(
        encrypted,
        host.startsWith("[") ? host.substring(1, host.length() - 1) : host,
        port,
        who == null || colon <= 0 ? null : decoded(who.substring(0, colon)),
        who == null || who.length() == colon + 1 ? null : decoded(who.substring(colon + 1)),
        path.length() < 2 ? 0 : Integer.parseInt(path.substring(1)));
  }

  private static URI uri(String text) {
    try {
      return new URI(text);
    } catch (URISyntaxException e) {
      // Its message quotes the URI, and with it the password.
      throw wrong("has at index %d what is not allowed in a URI".formatted(e.getIndex()));
    }
  }

  private static IllegalArgumentException wrong(String fact) {
    return new IllegalArgumentException(
        "The URI of Redis %s; it is redis://user:password@host:port/database (rediss for TLS), all but the host optional. In a password write what is neither letter nor digit as %%XX."
            .formatted(fact));
  }

  private static String decoded(String raw) {
    return URLDecoder.decode(raw.replace("+", "%2B"), UTF_8);
  }

  /** Shows where it is and nothing of who asks. */
  @Override
  public String toString() {
    return host.indexOf(':') < 0 ? host + ":" + port : "[" + host + "]:" + port;
  }
}
