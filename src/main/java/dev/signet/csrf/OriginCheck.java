package dev.signet.csrf;

import dev.signet.http.WebOrigin;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Tells by what browsers say, and pages cannot change, whether a page of this application sent a
 * request (Fetch Metadata, 2.4; RFC 6454, 7).
 */
public final class OriginCheck {

  private final Set<WebOrigin> allowed;

  /**
   * @param allowed other origins that may send any request
   */
  public OriginCheck(Set<WebOrigin> allowed) {
    this.allowed = allowed;
  }

  /**
   * Decides. Where the browser says how the sender stands to this application, what the server
   * takes for its own origin is not asked: behind a proxy it may be another's.
   *
   * @param fetchSite the header {@code Sec-Fetch-Site}; null where there is none, as in old
   *     browsers and over plain HTTP
   * @param origin the header {@code Origin}; null where there is none, as from programs that are no
   *     browsers: those send no cookies but of their own will
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
