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
 * Keeps cookies as a browser does and sends them where they belong (RFC 6265bis, 5.6 to 5.8): by
 * host, domain and path, over HTTPS only where they say so, until they end or are deleted.
 *
 * <pre>{@code
 * Client browser = ClientBuilder.newClient().register(new BrowserCookies());
 * }</pre>
 *
 * <p>Stricter than its neighbour in the JDK: {@link java.net.CookieManager} sends a cookie of
 * {@code /shop} to {@code /shopping} and that of a host to its subdomains, and its time cannot be
 * set. As in browsers, {@code localhost}, its subdomains and loopback addresses are as good as
 * HTTPS, so {@code Secure} cookies are kept and sent there.
 *
 * <p>Unlike a browser, it knows no site and no script, so {@code SameSite} and {@code HttpOnly}
 * mean nothing; and it has no list of public suffixes: a cookie for {@code co.uk} is kept, one for
 * {@code uk} is not. Of redirects that the client follows by itself it sees the last response only,
 * and takes it for one of the address that was asked: let the client follow none where cookies
 * matter.
 *
 * <p>One object is one browser: register it with several clients, and they share their cookies. For
 * other clients there are {@link #header} and {@link #receive}. Safe for use by many threads.
 */
public final class BrowserCookies implements ClientRequestFilter, ClientResponseFilter {

  private final Clock clock;
  private final List<StoredCookie> kept = new ArrayList<>();

  /** Cookies that end by the time of the system. */
  public BrowserCookies() {
    this(Clock.systemUTC());
  }

  /** Cookies that end by a clock, such as a {@link MutableClock}. */
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
   * where there is none to send.
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

  /** Takes the value of a {@code Set-Cookie} header, unless a browser would not. */
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

  /** Closes the browser: cookies without a time to end are gone. */
  public synchronized void close() {
    kept.removeIf(cookie -> cookie.expiresAt() == null);
  }

  /** Forgets all cookies. */
  public synchronized void clear() {
    kept.clear();
  }

  /** Shows names, no values. */
  @Override
  public synchronized String toString() {
    return "BrowserCookies" + kept;
  }
}
