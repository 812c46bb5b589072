package dev.signet.history;

import java.time.Duration;
import java.util.function.Consumer;
import java.util.function.LongFunction;
import org.jspecify.annotations.Nullable;

/** Plays random histories until one fails, and shrinks that one. */
final class Search {

  private final long seed;
  private final LongFunction<History> histories;
  private final Consumer<History> player;
  private long played;

  /**
   * Searches below the filters.
   *
   * @param seed the seed of the first history; the next ones follow
   */
  Search(long seed) {
    this(seed, Histories::of, History::play);
  }

  /**
   * @param histories makes the history of a seed
   * @param player plays it
   */
  Search(long seed, LongFunction<History> histories, Consumer<History> player) {
    this.seed = seed;
    this.histories = histories;
    this.player = player;
  }

  long played() {
    return played;
  }

  /**
   * Plays histories.
   *
   * @throws AssertionError if one fails; the message has its seed and a test to paste
   */
  void run(long histories) {
    for (long n = 0; n < histories; n++) {
      playNext();
    }
  }

  /** Plays histories for some time. */
  void run(Duration time) {
    long end = System.nanoTime() + time.toNanos();
    while (System.nanoTime() - end < 0) {
      playNext();
    }
  }

  private void playNext() {
    long number = seed + played++;
    History history = histories.apply(number);
    Mismatch found = fault(history);
    if (found != null) {
      throw failure(number, history, found);
    }
  }

  /** Returns how many histories are played until one fails; 0 if none does. */
  static long playedUntilFailure(long max) {
    var search = new Search(0);
    for (long n = 0; n < max; n++) {
      if (search.fault(Histories.of(n)) != null) {
        return n + 1;
      }
    }
    return 0;
  }

  private AssertionError failure(long seed, History history, Mismatch found) {
    History shortest = Shrinker.shrink(history, shorter -> failsLike(shorter, found));
    Mismatch last = fault(shortest);
    Mismatch shown = last == null ? found : last;
    return new AssertionError(
        "History %d of %d steps fails. %s%nIn its shortest form:%n%s"
            .formatted(
                seed, history.steps().size(), shown.getMessage(), JavaText.of(shortest, shown)),
        shown);
  }

  private boolean failsLike(History history, Mismatch found) {
    Mismatch fault = fault(history);
    return fault != null && fault.rule().equals(found.rule());
  }

  private @Nullable Mismatch fault(History history) {
    try {
      player.accept(history);
      return null;
    } catch (Mismatch e) {
      return e;
    }
  }
}
