package dev.signet;

/**
 * Thrown if a session is too large: with sessions in the cookie, for a cookie that browsers store;
 * with a store, for {@code session.max-size}. No cookie is sent and nothing is stored, and the
 * session of the request stays valid.
 */
public final class SessionTooLargeException extends SessionException {

  private static final long serialVersionUID = 1L;

  private final int size;
  private final int limit;

  /**
   * Creates an exception; called by the library only.
   *
   * @param message the message, which names the largest attributes
   * @param size the size in bytes
   * @param limit the largest size in bytes
   */
  public SessionTooLargeException(String message, int size, int limit) {
    super(message);
    this.size = size;
    this.limit = limit;
  }

  /**
   * Returns the size in bytes that the session would have: of the cookie with name, value and
   * attributes, or of the JSON object with all attributes in a store.
   */
  public int size() {
    return size;
  }

  /** Returns the largest size of a cookie, or the value of {@code session.max-size}, in bytes. */
  public int limit() {
    return limit;
  }
}
