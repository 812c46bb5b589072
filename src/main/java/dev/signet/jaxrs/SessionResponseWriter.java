package dev.signet.jaxrs;

import dev.signet.core.RequestSession;
import dev.signet.http.CookieIdentity;
import dev.signet.http.HeaderList;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.core.Cookie;
import jakarta.ws.rs.core.HttpHeaders;
import java.lang.System.Logger.Level;
import java.util.ArrayList;
import java.util.List;

/** Adds the headers of a session to a response, and keeps its other headers. */
final class SessionResponseWriter {

  private static final System.Logger LOG = System.getLogger(SessionResponseWriter.class.getName());

  private SessionResponseWriter() {}

  static void write(
      RequestSession session, ContainerResponseContext response, boolean serverError) {
    if (session.isUsed()) {
      response
          .getHeaders()
          .putSingle(HttpHeaders.VARY, HeaderList.vary(response.getHeaderString(HttpHeaders.VARY)));
    }
    if (session.isCommitted()) {
      return;
    }
    session
        .decide(serverError)
        .ifPresent(
            setCookie -> {
              replaceCookie(response, setCookie);
              session.expireFormer().forEach(former -> replaceCookie(response, former));
              keepOutOfCaches(response);
            });
  }

  /** Replaces this cookie if the application set it, as text or as an object. */
  private static void replaceCookie(ContainerResponseContext response, String cookie) {
    var headers = response.getHeaders();
    var others = headers.get(HttpHeaders.SET_COOKIE);
    if (others != null) {
      CookieIdentity identity = CookieIdentity.of(cookie);
      List<Object> kept = new ArrayList<>(others);
      kept.removeIf(other -> identity(other).mayBe(identity));
      headers.put(HttpHeaders.SET_COOKIE, kept);
    }
    headers.add(HttpHeaders.SET_COOKIE, cookie);
  }

  private static CookieIdentity identity(Object header) {
    return header instanceof Cookie cookie
        ? new CookieIdentity(cookie.getName(), cookie.getDomain(), cookie.getPath())
        : CookieIdentity.of(String.valueOf(header));
  }

  private static void keepOutOfCaches(ContainerResponseContext response) {
    String before = response.getHeaderString(HttpHeaders.CACHE_CONTROL);
    if (HeaderList.isPublic(before)) {
      LOG.log(
          Level.WARNING,
          "A response with the session cookie said Cache-Control: public, so that a shared cache"
              + " could hand one client's session to others; it is made private. Do not change the"
              + " session in responses that are public.");
    }
    response
        .getHeaders()
        .putSingle(HttpHeaders.CACHE_CONTROL, HeaderList.withoutStoredCookie(before));
    response.getHeaders().keySet().stream()
        .filter(HeaderList::isEdgeControl)
        .filter(name -> HeaderList.allowsStoring(response.getHeaderString(name)))
        .toList()
        .forEach(name -> response.getHeaders().putSingle(name, HeaderList.NO_STORE));
  }
}
