package dev.signet.suite.logins;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/** The point at which a request waits for others. Thread-safe. */
@ApplicationScoped
public class SlowRequest {

  private static final long PATIENCE_SECONDS = 30;

  private final Semaphore begun = new Semaphore(0);
  private final Semaphore released = new Semaphore(0);

  void await() throws InterruptedException {
    begun.release();
    acquire(released);
  }

  void awaitBegin() throws InterruptedException {
    acquire(begun);
  }

  void release() {
    released.release();
  }

  private static void acquire(Semaphore semaphore) throws InterruptedException {
    if (!semaphore.tryAcquire(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
      throw new IllegalStateException("The other request did not come.");
    }
  }
}
