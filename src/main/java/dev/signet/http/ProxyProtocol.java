package dev.signet.http;

import java.lang.System.Logger.Level;
import java.util.Collection;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import java.util.regex.Pattern;

/**
 * Logs once that a proxy says HTTPS and the server says HTTP, because cookies then have no {@code
 * Secure} attribute. The headers are not trusted, because any client can send them. Thread-safe.
 */
public final class ProxyProtocol {

  private static final System.Logger LOG = System.getLogger(ProxyProtocol.class.getName());

  /** RFC 7239, 5.4. */
  private static final String FORWARDED = "Forwarded";

  private static final Pattern FORWARDED_HTTPS =
      Pattern.compile(
          "(^|[;,])\\s*proto\\s*=\\s*\"?https\"?\\s*($|[;,])", Pattern.CASE_INSENSITIVE);

  private static final String X_FORWARDED_PROTO = "X-Forwarded-Proto";

  private static final Pattern HTTPS =
      Pattern.compile("(^|,)\\s*\"?https\"?\\s*($|,)", Pattern.CASE_INSENSITIVE);

  private final AtomicBoolean logged = new AtomicBoolean();

  /**
   * Returns whether a request came over HTTPS, as the server says.
   *
   * @param secure what the server says
   * @param fields returns the values of all header fields with a name
   */
  public boolean isSecure(boolean secure, Function<String, Collection<String>> fields) {
    if (!secure && !logged.get() && saysHttps(fields) && !logged.getAndSet(true)) {
      LOG.log(
          Level.WARNING,
          "A request has a header X-Forwarded-Proto or Forwarded that says HTTPS, but the server"
              + " says that it came over HTTP, so with session.secure=auto its cookie is not"
              + " Secure. Configure the server to trust the proxy (on Open Liberty with <remoteIp/>"
              + " in the httpEndpoint, which needs X-Forwarded-For as well, and one value in"
              + " X-Forwarded-Proto), or set session.secure=true. This is logged once.");
    }
    return secure;
  }

  private static boolean saysHttps(Function<String, Collection<String>> fields) {
    return says(fields.apply(X_FORWARDED_PROTO), HTTPS)
        || says(fields.apply(FORWARDED), FORWARDED_HTTPS);
  }

  private static boolean says(Collection<String> values, Pattern https) {
    return !values.isEmpty() && values.stream().anyMatch(e -> https.matcher(e).find());
  }
}
