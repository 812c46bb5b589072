package dev.signet.store.jdbc;

/**
 * Clears the interrupt status of the current thread, and restores it when closed. A channel of a
 * file is closed for all threads when a thread with that status uses it. Not thread-safe.
 */
final class DeferredInterrupt implements AutoCloseable {

  private final boolean interrupted = Thread.interrupted();

  @Override
  public void close() {
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }
}
