package dev.signet;

import org.jspecify.annotations.Nullable;

/**
 * The CSRF token of the current session, for the forms of the application's pages. Injectable, and
 * available to JSP and Faces pages as {@code signetCsrfToken}. Required in requests with a session
 * if {@code session.csrf} is {@code token}.
 *
 * <pre>{@code
 * <input type="hidden" name="csrf_token" value="...">
 * }</pre>
 *
 * <p>Thread-safe; each call uses the session of the current request.
 */
public interface CsrfToken {

  /**
   * The name of the form's field. It has to be within the first 64 kB of a form that a Jakarta REST
   * resource reads, so put it before files.
   */
  String FIELD = "csrf_token";

  /** The name of the header, for scripts and for requests that are not forms. */
  String HEADER = "X-CSRF-Token";

  /**
   * Returns a token of the current session, another text each time. All of them are valid until
   * {@link Session#renew}, {@code clear} or {@link Session#delete}; call this method after these.
   * Nothing is written for a token, and a token does not begin a session.
   *
   * @return letters, digits, {@code -} and {@code _}, which need no escapes; empty, without using
   *     the session, if {@code session.csrf} is not {@code token}
   * @throws IllegalStateException if there is no current request
   * @throws SessionException if the session cannot be read
   */
  String value();

  /**
   * Returns whether a text is a token of the current session, for an application's own checks. The
   * comparison takes constant time.
   *
   * @param token a text of any length; null is no token
   * @return always false, without using the session, if {@code session.csrf} is not {@code token},
   *     since there are no tokens then
   * @throws IllegalStateException if there is no current request
   * @throws SessionException if the session cannot be read
   */
  boolean matches(@Nullable String token);
}
