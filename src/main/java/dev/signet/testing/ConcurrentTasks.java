package dev.signet.testing;

import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Runs a task in several threads that start at the same time. */
final class ConcurrentTasks {

  private ConcurrentTasks() {}

  /**
   * Runs a task in a number of threads, each of which gets its index, and waits for all of them.
   *
   * @throws AssertionError if a task fails or takes more than a minute
   */
  static void run(int threads, IntConsumer task) {
    var start = new CountDownLatch(1);
    List<FutureTask<@Nullable Void>> running =
        IntStream.range(0, threads).mapToObj(thread -> begin(start, thread, task)).toList();
    start.countDown();
    running.forEach(ConcurrentTasks::join);
  }

  private static FutureTask<@Nullable Void> begin(
      CountDownLatch start, int thread, IntConsumer task) {
    var running =
        new FutureTask<@Nullable Void>(
            () -> {
              start.await();
              task.accept(thread);
              return null;
            });
    var daemon = new Thread(running, "store-contract-" + thread);
    daemon.setDaemon(true);
    daemon.start();
    return running;
  }

  private static void join(FutureTask<@Nullable Void> task) {
    try {
      task.get(1, TimeUnit.MINUTES);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    } catch (TimeoutException e) {
      throw new AssertionError("The store did not answer for a minute.", e);
    } catch (ExecutionException e) {
      throw new AssertionError("A thread failed: " + e.getCause(), e.getCause());
    }
  }
}
