package dev.signet;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import java.util.Collection;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Loads and saves sessions explicitly; injectable.
 *
 * <p>Resources, servlets and pages do not need it, because their session is loaded and saved by
 * Signet's filters. If they use it, it shares that session and adds no second cookie. Thread-safe;
 * the sessions are not.
 */
public interface SessionManager {

  /**
   * Returns the session of a request, which is also the injected one.
   *
   * @param request the request
   * @return the session; new and empty if the request has no valid session cookie
   */
  Session load(ContainerRequestContext request);

  /**
   * Saves a session if necessary, and adds its headers to a response. After that, a change of the
   * session throws {@link IllegalStateException}.
   *
   * <p>The call is explicit, so the session is saved with a status of 500 and above too.
   *
   * @param session a session that this manager has loaded, or an injected one
   * @param response the response that gets the headers
   * @throws SessionAttributeException if a value cannot be kept as JSON
   * @throws SessionTooLargeException if the session is too large
   * @throws IllegalArgumentException if the session is another implementation of the interface
   */
  void save(Session session, ContainerResponseContext response);

  /**
   * Loads a session from the value of a {@code Cookie} header, as {@link #load(String, boolean)}
   * does for a request that is not secure.
   */
  Session load(@Nullable String cookieHeader);

  /**
   * Loads a session from the value of a {@code Cookie} header. If that is the header of the current
   * request, returns the session of that request, which is saved without {@link #save(Session)}
   * too.
   *
   * <p>Over HTTP/2 a request may have several {@code Cookie} fields, of which {@code
   * HttpServletRequest.getHeader} returns only the first. Use {@link #load(Collection, boolean)}
   * with all of them.
   *
   * @param cookieHeader the header's value (RFC 6265, 4.2.1), with all cookies; null if absent
   * @param secure whether the request came over HTTPS, which {@code session.secure=auto} depends on
   * @return the session; new and empty if the header has no valid session cookie
   */
  Session load(@Nullable String cookieHeader, boolean secure);

  /**
   * Loads a session from the fields of a {@code Cookie} header, which HTTP/2 may split into several
   * (RFC 9113, 8.2.3).
   *
   * @param cookieHeaders the values of all fields; empty if the request has none
   * @param secure whether the request came over HTTPS, which {@code session.secure=auto} depends on
   * @return the session, as from {@link #load(String, boolean)}
   */
  Session load(Collection<String> cookieHeaders, boolean secure);

  /**
   * Saves a session and returns the header to send. After that, a change of the session throws
   * {@link IllegalStateException}; another call returns the same header.
   *
   * @param session a session that this manager has loaded, or an injected one
   * @return the value of a {@code Set-Cookie} header, or empty if none has to be sent
   * @throws SessionAttributeException if a value cannot be kept as JSON
   * @throws SessionTooLargeException if the session is too large
   * @throws IllegalArgumentException if the session is another implementation of the interface
   */
  Optional<String> save(Session session);
}
