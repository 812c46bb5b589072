package dev.signet;

import java.util.List;

/**
 * The session does not fit into a cookie that browsers keep. Nothing is sent; the session that came
 * with the request stays valid.
 */
public final class SessionTooLargeException extends SessionException {

  private static final long serialVersionUID = 1L;

  private final int size;
  private final int limit;

  /**
   * Made by the library.
   *
   * @param size bytes the cookie would have had: name, value and attributes
   * @param limit bytes a cookie may have
   * @param largest the names of the largest attributes, each with its size
   */
  public SessionTooLargeException(int size, int limit, List<String> largest) {
    super(
        "The session cookie would have %d bytes; browsers keep at most %d with name and attributes (RFC 6265, 6.1). Largest attributes: %s. Keep only keys in the session and the data itself elsewhere."
            .formatted(size, limit, String.join(", ", largest)));
    this.size = size;
    this.limit = limit;
  }

  /** Returns how many bytes the cookie would have had: name, value and attributes. */
  public int size() {
    return size;
  }

  /** Returns how many bytes a cookie may have. */
  public int limit() {
    return limit;
  }
}
