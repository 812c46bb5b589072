package dev.signet.testing;

import jakarta.ws.rs.client.ClientRequestContext;
import jakarta.ws.rs.client.ClientRequestFilter;
import jakarta.ws.rs.client.ClientResponseContext;
import jakarta.ws.rs.client.ClientResponseFilter;
import jakarta.ws.rs.core.Cookie;
import jakarta.ws.rs.core.HttpHeaders;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A client filter that keeps cookies as a browser does and sends them to the hosts, domains and
 * paths they belong to (RFC 6265bis, 5.6 to 5.8), until they expire or are deleted.
 *
 * <pre>{@code
 * Client browser = ClientBuilder.newClient().register(new BrowserCookies());
 * }</pre>
 *
 * <p>Stricter than the JDK's {@link java.net.CookieManager}, which sends a cookie of {@code /shop}
 * to {@code /shopping} and that of a host to its subdomains, and whose time cannot be set. As in
 * browsers, {@code localhost}, its subdomains and loopback addresses count as HTTPS, so {@code
 * Secure} cookies are kept and sent there.
 *
 * <p>Unlike a browser, it does not apply {@code SameSite} and {@code HttpOnly}, and it has no list
 * of public suffixes: it keeps a cookie for {@code co.uk}, but not for {@code uk}. If the client
 * follows redirects by itself, only the last response is seen, as one of the first address: disable
 * redirects in tests of cookies.
 *
 * <p>One object is one browser: clients that it is registered with share its cookies. Other clients
 * can call {@link #header} and {@link #receive}. Thread-safe.
 */
public final class BrowserCookies implements ClientRequestFilter, ClientResponseFilter {

  private final Clock clock;
  private final List<StoredCookie> kept = new ArrayList<>();

  /** Creates an empty cookie jar that uses the system clock. */
  public BrowserCookies() {
    this(Clock.systemUTC());
  }

  /** Creates an empty cookie jar that uses a clock, such as a {@link MutableClock}. */
  public BrowserCookies(Clock clock) {
    this.clock = clock;
  }

  @Override
  public void filter(ClientRequestContext request) {
    String ours = header(request.getUri());
    if (!ours.isEmpty()) {
      List<Object> before = request.getHeaders().get(HttpHeaders.COOKIE);
      String own =
          before == null
              ? ""
              : before.stream().map(cookie -> pair(cookie) + "; ").collect(Collectors.joining());
      request.getHeaders().putSingle(HttpHeaders.COOKIE, own + ours);
    }
  }

  private static String pair(Object header) {
    return header instanceof Cookie cookie
        ? cookie.getName() + '=' + cookie.getValue()
        : String.valueOf(header);
  }

  @Override
  public void filter(ClientRequestContext request, ClientResponseContext response) {
    List<String> headers = response.getHeaders().get(HttpHeaders.SET_COOKIE);
    if (headers != null) {
      headers.forEach(header -> receive(request.getUri(), header));
    }
  }

  /**
   * Returns the {@code Cookie} header of a request, longer paths first, then older cookies; empty
   * if there is no cookie to send.
   */
  public synchronized String header(URI to) {
    Instant now = clock.instant();
    kept.removeIf(cookie -> cookie.isExpired(now));
    return kept.stream()
        .filter(cookie -> cookie.isFor(to))
        .sorted(Comparator.comparingInt(cookie -> -cookie.path().length()))
        .map(StoredCookie::pair)
        .collect(Collectors.joining("; "));
  }

  /** Stores the cookie of a {@code Set-Cookie} header, unless a browser would reject it. */
  public synchronized void receive(URI from, String setCookie) {
    Instant now = clock.instant();
    kept.removeIf(other -> other.isExpired(now));
    StoredCookie cookie = StoredCookie.of(from, setCookie, now);
    if (cookie == null || (!StoredCookie.isSecure(from) && hidesSecureOne(cookie))) {
      return;
    }
    int place = place(cookie);
    if (place < kept.size()) {
      kept.remove(place);
    }
    if (!cookie.isExpired(now)) {
      kept.add(place, cookie);
    }
  }

  private boolean hidesSecureOne(StoredCookie cookie) {
    return kept.stream().anyMatch(other -> other.isSecureAndHiddenBy(cookie));
  }

  private int place(StoredCookie cookie) {
    int place = 0;
    while (place < kept.size() && !cookie.replaces(kept.get(place))) {
      place++;
    }
    return place;
  }

  /** Closes the browser: removes cookies without an expiration time. */
  public synchronized void close() {
    kept.removeIf(cookie -> cookie.expiresAt() == null);
  }

  /** Removes all cookies. */
  public synchronized void clear() {
    kept.clear();
  }

  /** Returns the names of the cookies, without their values. */
  @Override
  public synchronized String toString() {
    return "BrowserCookies" + kept;
  }
}
