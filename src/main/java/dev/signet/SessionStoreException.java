package dev.signet;

import org.jspecify.annotations.Nullable;

/**
 * Thrown if the store that keeps sessions on the server failed. Changes of this request may be
 * saved or not; earlier ones are unaffected. Unless the application maps the exception itself, the
 * client gets a status of 503 with {@code Retry-After}.
 */
public final class SessionStoreException extends SessionException {

  private static final long serialVersionUID = 1L;

  /**
   * Creates an exception; for implementations of a store. Any other exception of a store is wrapped
   * in one of these.
   *
   * @param message the fact and the remedy, without an id or a value
   * @param cause the cause; null if its message might contain an id or a value
   */
  public SessionStoreException(String message, @Nullable Throwable cause) {
    super(message);
    initCause(cause);
  }
}
