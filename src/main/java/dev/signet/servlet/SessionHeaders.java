package dev.signet.servlet;

import dev.signet.core.RequestSession;
import dev.signet.http.CookieIdentity;
import dev.signet.http.HeaderList;
import jakarta.servlet.http.HttpServletResponse;
import java.lang.System.Logger.Level;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Adds the headers of a session to those of a servlet response. */
final class SessionHeaders {

  private static final System.Logger LOG = System.getLogger(SessionHeaders.class.getName());

  private static final String SET_COOKIE = "Set-Cookie";
  private static final String VARY = "Vary";
  private static final String CACHE_CONTROL = "Cache-Control";

  private final HttpServletResponse raw;
  private final RequestSession session;
  private final String prefix;

  /** Whether the application has set a cookie with the session cookie's name. */
  private boolean cookieSet;

  /** The session cookie that was added to the response. */
  private @Nullable String added;

  SessionHeaders(HttpServletResponse raw, RequestSession session) {
    this.raw = raw;
    this.session = session;
    this.prefix = session.cookieName() + "=";
  }

  void addCookie(@Nullable String value) {
    if (value == null || !value.startsWith(prefix)) {
      raw.addHeader(SET_COOKIE, value);
    } else if (isDecided(value)) {
      add(value);
    } else if (!value.equals(added)) {
      cookieSet |= !session.expireFormer().contains(value);
      raw.addHeader(SET_COOKIE, value);
    }
  }

  void setCookie(@Nullable String value) {
    if (value != null && value.equals(added)) {
      return;
    }
    raw.setHeader(SET_COOKIE, value);
    if (value != null && isDecided(value)) {
      added = value;
      cookieSet = false;
      return;
    }
    cookieSet |= value != null && value.startsWith(prefix);
    if (added != null) {
      raw.addHeader(SET_COOKIE, added);
    }
  }

  private boolean isDecided(String value) {
    return session.decidedHeader().filter(value::equals).isPresent();
  }

  /** Records a cookie that the application sets. */
  void noteCookie(String name) {
    cookieSet |= name.equals(session.cookieName());
  }

  /** Records that the container has removed all headers. */
  void reset() {
    cookieSet = false;
    added = null;
  }

  /**
   * Decides on the session's headers in the response, and adds them.
   *
   * @param including whether a page is being included, so that the container may ignore headers
   */
  void write(boolean serverError, boolean including) {
    Optional<String> cookie = session.decide(serverError);
    if (session.isUsed()) {
      vary();
    }
    if (cookie.isPresent() && (cookieSet || !cookie.get().equals(added))) {
      add(cookie.get());
      if (including && !isSet(cookie.get())) {
        LOG.log(
            Level.ERROR,
            "A change of the session is lost: an included page filled the buffer of the response,"
                + " and during an include the container ignores headers. Change the session before"
                + " the include, or enlarge the buffer with setBufferSize.");
      }
    }
    if (cookie.isPresent()) {
      expireFormer();
      keepOutOfCaches(); // also if Jakarta REST or the application added the cookie
    }
  }

  private boolean isSet(String cookie) {
    String pair = cookie.substring(0, cookie.indexOf(';'));
    return raw.getHeaders(SET_COOKIE).stream().anyMatch(set -> set.startsWith(pair));
  }

  /** Deletes cookies with former paths and domains, which Jakarta REST may have done before. */
  private void expireFormer() {
    List<String> former = session.expireFormer();
    if (!former.isEmpty()) {
      Collection<String> before = raw.getHeaders(SET_COOKIE);
      former.stream()
          .filter(cookie -> !before.contains(cookie))
          .forEach(cookie -> raw.addHeader(SET_COOKIE, cookie));
    }
  }

  /** Reports a change that cannot be sent, because the response is already committed. */
  void checkNothingIsLost() {
    if (session.isModified()
        || session.decidedHeader().filter(header -> !isSent(header)).isPresent()) {
      LOG.log(
          Level.ERROR,
          "A change of the session is lost: it was made after the response was committed, or the"
              + " response was committed without Signet's filter, for instance through a response"
              + " that another filter unwrapped. Change the session before the first byte is"
              + " sent.");
      session.discard();
    }
  }

  /** Returns whether the session cookie was sent, perhaps by an asynchronous dispatch. */
  private boolean isSent(String cookie) {
    return cookie.equals(added) || raw.getHeaders(SET_COOKIE).contains(cookie);
  }

  /** Adds {@code Vary: Cookie}, so that caches distinguish responses by the request's cookies. */
  void vary() {
    Collection<String> before = raw.getHeaders(VARY);
    String all = before.isEmpty() ? null : String.join(", ", before);
    String vary = HeaderList.vary(all);
    if (before.size() > 1 || !vary.equals(all)) {
      raw.setHeader(VARY, vary);
    }
  }

  /**
   * Adds the session cookie, in place of cookies that it replaces. The servlet API can only replace
   * all, and some containers ignore a null that would remove them.
   */
  private void add(String cookie) {
    if ((cookie.equals(added) && !cookieSet) || raw.isCommitted()) {
      return; // some containers accept headers that they no longer send
    }
    if (cookieSet || added != null) {
      List<String> all = new ArrayList<>(raw.getHeaders(SET_COOKIE));
      CookieIdentity identity = CookieIdentity.of(cookie);
      all.removeIf(other -> CookieIdentity.of(other).mayBe(identity));
      all.add(cookie);
      raw.setHeader(SET_COOKIE, all.get(0));
      all.subList(1, all.size()).forEach(other -> raw.addHeader(SET_COOKIE, other));
    } else {
      raw.addHeader(SET_COOKIE, cookie);
    }
    cookieSet = false;
    added = cookie;
  }

  private static void warnIfPublic(@Nullable String cacheControl) {
    if (HeaderList.isPublic(cacheControl)) {
      LOG.log(
          Level.WARNING,
          "A response with the session cookie said Cache-Control: public, so that a shared cache"
              + " could give one client's session to others; it is made private. Do not change the"
              + " session in responses that are public.");
    }
  }

  private void keepOutOfCaches() {
    Collection<String> all = raw.getHeaders(CACHE_CONTROL);
    String before = all.isEmpty() ? null : String.join(", ", all);
    String changed = HeaderList.withoutStoredCookie(before);
    if (all.size() > 1 || !changed.equals(before)) {
      warnIfPublic(before);
      raw.setHeader(CACHE_CONTROL, changed);
    }
    raw.getHeaderNames().stream()
        .filter(HeaderList::isEdgeControl)
        .filter(name -> HeaderList.allowsStoring(String.join(", ", raw.getHeaders(name))))
        .toList()
        .forEach(name -> raw.setHeader(name, HeaderList.NO_STORE));
  }
}
