package dev.signet.core;

import dev.signet.SessionAttributeException;
import dev.signet.json.JsonCodec;
import dev.signet.json.RawJson;
import dev.signet.json.Utf8Builder;
import org.jspecify.annotations.Nullable;

/** Writes the values that are put into one session. Small texts share memory. Not thread-safe. */
final class ValueWriter {

  /** The initial capacity in bytes. */
  private static final int ROOM = 32;

  /** The length in bytes up to which texts share a buffer, which keeps replaced texts too. */
  private static final int MAX_SHARED = 1024;

  private final JsonCodec json;

  /** The texts that were written, one after the other; null if there is no such buffer. */
  private @Nullable Utf8Builder written;

  ValueWriter(JsonCodec json) {
    this.json = json;
  }

  /**
   * Returns the text of a value.
   *
   * @throws SessionAttributeException if it cannot become JSON that is read back as it was
   */
  RawJson write(String key, Object value) {
    Utf8Builder buffer =
        written == null || written.length() > MAX_SHARED ? new Utf8Builder(ROOM) : written;
    written = null; // a value may run code of the application, which puts another one
    RawJson text = json.write(key, value, buffer);
    written = buffer;
    return text;
  }
}
