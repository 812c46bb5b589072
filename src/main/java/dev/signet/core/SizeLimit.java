package dev.signet.core;

import dev.signet.SessionTooLargeException;
import dev.signet.json.RawJson;
import java.util.Map;

/**
 * The limit for the size of a session in a store. Immutable.
 *
 * @param bytes the largest number of bytes that the attributes may have as one JSON object
 */
record SizeLimit(int bytes) {

  /**
   * Returns whether attributes are certain to fit.
   *
   * @param length the result of {@link Attributes#lengthWith}, one byte less than the object
   */
  boolean isCertainToFit(int length) {
    return length < bytes;
  }

  /**
   * Checks the size of attributes. A session that exceeds the limit already, because the limit was
   * lowered or concurrent requests both added to it, must not grow.
   *
   * @param savedSize the size of the session in the store
   * @throws SessionTooLargeException if the session is too large
   */
  void check(Map<String, RawJson> texts, int savedSize) {
    int size = AttributeSizes.sizeOf(texts);
    if (size > bytes && size > savedSize) {
      String message =
          "The session would have %d bytes as JSON; session.max-size allows at most %d. Largest attributes: %s. Keep only IDs in the session, and the data in a database, or raise session.max-size."
              .formatted(size, bytes, AttributeSizes.largest(texts));
      throw new SessionTooLargeException(message, size, bytes);
    }
  }
}
