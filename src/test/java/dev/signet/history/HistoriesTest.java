package dev.signet.history;

import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/**
 * Random histories below the filters. {@code -Dhistories.seconds=3600} plays them for an hour, and
 * {@code -Dhistories.seed=7} plays the ones that follow a seed.
 */
class HistoriesTest {

  private static final System.Logger LOG = System.getLogger(HistoriesTest.class.getName());

  private static final int FIXED = 10_000;

  private static final int SECONDS = 3;

  @Test
  @DisplayName(
      "W1 W2 W3 W4 W5 W7 W9 W11 T1 T3 T4 T6 T8 R1 R6 R7 C4 C10 C11 L1 L3 L4 L5 L8 L9 N1 V1 V2 V3"
          + " known histories do what the model says")
  void knownHistoriesDoWhatTheModelSays() {
    new Search(0).run(FIXED);
  }

  @Test
  @DisplayName(
      "W1 W2 W3 W4 W5 W7 W9 W11 T1 T3 T4 T6 T8 R1 R6 R7 C4 C10 C11 L1 L3 L4 L5 L8 L9 N1 V1 V2 V3"
          + " fresh histories do what the model says")
  void freshHistoriesDoWhatTheModelSays() {
    long seed = Long.getLong("histories.seed", ThreadLocalRandom.current().nextLong(1L << 48));
    var search = new Search(seed);
    LOG.log(System.Logger.Level.INFO, "Histories below the filters start at seed {0}.", seed + "");
    search.run(Duration.ofSeconds(Integer.getInteger("histories.seconds", SECONDS)));
    LOG.log(System.Logger.Level.INFO, "{0} histories were played.", search.played());
  }
}
