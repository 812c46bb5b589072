package dev.signet.csrf;

import dev.signet.http.WebOrigin;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Decides from headers that browsers set, and pages cannot change, whether a page of this
 * application sent a request (Fetch Metadata, 2.4; RFC 6454, 7). Immutable.
 */
public final class OriginCheck {

  private final Set<WebOrigin> allowed;

  /**
   * Creates a check.
   *
   * @param allowed other origins that may send any request
   */
  public OriginCheck(Set<WebOrigin> allowed) {
    this.allowed = allowed;
  }

  /**
   * Returns whether a request is accepted. If the browser sends {@code Sec-Fetch-Site}, the own
   * origin is not used: behind a proxy the server may not know it.
   *
   * @param fetchSite the header {@code Sec-Fetch-Site}; null if absent, as in old browsers and over
   *     plain HTTP
   * @param origin the header {@code Origin}; null if absent, as from programs other than browsers,
   *     which send cookies only deliberately
   * @param own the origin of this application
   */
  public boolean accepts(
      @Nullable String fetchSite, @Nullable String origin, Supplier<@Nullable WebOrigin> own) {
    if (fetchSite != null && (fetchSite.equals("same-origin") || fetchSite.equals("none"))) {
      return true;
    }
    if (origin == null) {
      return fetchSite == null;
    }
    WebOrigin from = WebOrigin.parse(origin);
    return from != null
        && (allowed.contains(from) || (fetchSite == null && from.equals(own.get())));
  }
}
