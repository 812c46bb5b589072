package dev.signet;

import java.util.List;

/**
 * Thrown if a session does not fit into a cookie that browsers store. No cookie is sent, and the
 * session of the request stays valid.
 */
public final class SessionTooLargeException extends SessionException {

  private static final long serialVersionUID = 1L;

  private final int size;
  private final int limit;

  /**
   * Creates an exception; called by the library only.
   *
   * @param size the size of the cookie in bytes: name, value and attributes
   * @param limit the largest size of a cookie in bytes
   * @param largest the names of the largest attributes, each with its size
   */
  public SessionTooLargeException(int size, int limit, List<String> largest) {
    super(
        "The session cookie would have %d bytes; browsers keep at most %d with name and attributes (RFC 6265, 6.1). Largest attributes: %s. Keep only IDs in the session, and the data in a database."
            .formatted(size, limit, String.join(", ", largest)));
    this.size = size;
    this.limit = limit;
  }

  /** Returns the size in bytes that the cookie would have: name, value and attributes. */
  public int size() {
    return size;
  }

  /** Returns the largest size of a cookie in bytes. */
  public int limit() {
    return limit;
  }
}
