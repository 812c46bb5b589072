package dev.signet;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import java.util.Collection;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The life cycle of a session, for whoever wants to load and save explicitly; injectable.
 *
 * <p>Resources do not need it: there the session is loaded and saved by itself. Used beside that it
 * makes no second cookie. Safe for use by many threads; the sessions are not.
 */
public interface SessionManager {

  /**
   * Returns the session of a request: the one that is injected there, where there is one.
   *
   * @param request the request
   * @return the session; new and empty where the request brings none that is valid
   */
  Session load(ContainerRequestContext request);

  /**
   * Writes a session to a response if it has to be written. After that a change of the session
   * throws {@link IllegalStateException}.
   *
   * <p>The call is explicit, so a status of 500 and above does not keep it from saving.
   *
   * @param session a session this manager has loaded, or an injected one
   * @param response the response that gets the headers
   * @throws SessionAttributeException if a value cannot become JSON
   * @throws SessionTooLargeException if the session does not fit into a cookie
   * @throws IllegalArgumentException if the session is somebody else's implementation
   */
  void save(Session session, ContainerResponseContext response);

  /**
   * Reads a session from the text of a {@code Cookie} header, as {@link #load(String, boolean)} for
   * a request that is not secure.
   */
  Session load(@Nullable String cookieHeader);

  /**
   * Loads a session from the text of a {@code Cookie} header. If that is the header of the current
   * request, its one session is returned, which is saved without {@link #save(Session)} too.
   *
   * <p>A text cannot show whether there are more fields: over HTTP/2, {@code
   * HttpServletRequest.getHeader} returns the first of several. Use {@link #load(Collection,
   * boolean)} with all of them.
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
   * Returns what has to be sent to keep a session. After that a change of the session throws {@link
   * IllegalStateException}; called again, it returns the same.
   *
   * @param session a session this manager has loaded, or an injected one
   * @return the value of a {@code Set-Cookie} header, or empty where nothing has to be sent
   * @throws SessionAttributeException if a value cannot become JSON
   * @throws SessionTooLargeException if the session does not fit into a cookie
   * @throws IllegalArgumentException if the session is somebody else's implementation
   */
  Optional<String> save(Session session);
}
