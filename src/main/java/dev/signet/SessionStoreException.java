package dev.signet;

import org.jspecify.annotations.Nullable;

/**
 * The store that keeps sessions on the server did not answer. What the request wanted to save may
 * be saved or not; what was saved before is as safe as the store. Where the application maps it to
 * no response itself, the client gets a status of 503 with {@code Retry-After}.
 */
public final class SessionStoreException extends SessionException {

  private static final long serialVersionUID = 1L;

  /**
   * For whoever implements a store; any other exception becomes one of these.
   *
   * @param message what is wrong and the remedy, without an id or a value
   * @param cause what was thrown; null where its message might show an id or a value
   */
  public SessionStoreException(String message, @Nullable Throwable cause) {
    super(message);
    initCause(cause);
  }
}
