package dev.signet.store.jdbc;

/**
 * The transactions of the application. A session takes no part in them: a rollback would discard a
 * change whose cookie was sent. Thread-safe.
 */
@FunctionalInterface
interface Transactions {

  /** Resumes what {@link #suspend} suspended. */
  @FunctionalInterface
  interface Suspension extends AutoCloseable {
    @Override
    void close();
  }

  /**
   * Suspends the transaction of the current thread, if there is one, until the result is closed.
   */
  Suspension suspend();

  /** Returns the transactions of the container; none without Jakarta Transactions. */
  static Transactions ofContainer() {
    try {
      return JtaTransactions.find();
    } catch (LinkageError e) {
      return () -> () -> {};
    }
  }
}
