package dev.signet.servlet;

import java.util.function.IntSupplier;

/**
 * Counts the output of a response and calls back before the container would commit it: when the
 * buffer is full, when the content length is reached, or on demand. Not thread-safe.
 */
final class OutputLimit {

  /** The smallest buffer of Open Liberty, which reports no size after the stream is requested. */
  private static final int SMALLEST_BUFFER = 4096;

  private static final long UNKNOWN = Long.MAX_VALUE;

  private final IntSupplier containerBufferSize;
  private final Runnable beforeCommit;

  private long bufferSize = -1;
  private long contentLength = UNKNOWN;
  private long count;
  private boolean closed;

  OutputLimit(IntSupplier containerBufferSize, Runnable beforeCommit) {
    this.containerBufferSize = containerBufferSize;
    this.beforeCommit = beforeCommit;
  }

  /** Records the buffer size. Call this before the container's stream or writer is requested. */
  void measureBuffer() {
    if (bufferSize < 0) {
      int size = containerBufferSize.getAsInt();
      bufferSize = size > 0 ? size : SMALLEST_BUFFER;
    }
  }

  void setBufferSize(int size) {
    bufferSize = size > 0 ? size : SMALLEST_BUFFER;
  }

  void setContentLength(long length) {
    contentLength = length < 0 ? UNKNOWN : length;
    if (count > 0) {
      beforeWrite(0); // it may be reached already
    }
  }

  /**
   * Counts the bytes of a write. Call this before the write.
   *
   * @param bytes the number of bytes to be written, or an upper bound
   */
  void beforeWrite(long bytes) {
    if (!closed) {
      count += bytes;
      if (count >= bufferSize || count >= contentLength) {
        beforeCommit();
      }
    }
  }

  /** Calls back at once. Call this before any operation that commits the response. */
  void beforeCommit() {
    if (!closed) {
      beforeCommit.run();
    }
  }

  /** Resets the count, because the buffer was cleared. */
  void reset() {
    count = 0;
    closed = false;
  }

  /** Stops counting. */
  void close() {
    closed = true;
  }
}
