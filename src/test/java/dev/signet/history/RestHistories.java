package dev.signet.history;

import dev.signet.history.Setup.Option;
import java.net.URI;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Predicate;

/** Random histories on an application that is reached over HTTP. */
public final class RestHistories {

  private static final int MAX_AGE = 100;

  /** Longer than the test takes: the store has a time of its own, and the application none. */
  private static final int LONG_MAX_AGE = 10_000;

  private final HttpServer server;
  private final Setup setup;
  private final Predicate<Step> possible;

  /**
   * @param setup how the application is configured
   * @param possible whether a step is possible there
   */
  RestHistories(HttpServer server, Setup setup, Predicate<Step> possible) {
    this.server = server;
    this.setup = setup;
    this.possible = step -> isPossible(step) && possible.test(step);
  }

  /** Returns the lifetime of tokens that an application needs, in seconds. */
  public static int maxAge(boolean sameTime) {
    return sameTime ? MAX_AGE : LONG_MAX_AGE;
  }

  /**
   * Plays histories on an application of a server, which has neither other keys nor faults.
   *
   * @param store whether its sessions are in a store
   * @param logins whether it has a registry of log-ins
   * @param sameTime whether that store takes the time from the application
   * @param count how many histories are played
   */
  public static void play(URI base, boolean store, boolean logins, boolean sameTime, int count) {
    var histories =
        new RestHistories(
            new HttpServer(base, false),
            new Setup(
                store,
                false,
                List.of(0),
                false,
                maxAge(sameTime),
                0,
                "/",
                new Setup.Logins(logins ? 1 : 0, false, 0, 0)),
            step -> isPossibleOnServer(step) && (sameTime || !(step instanceof Step.Pass)));
    histories.search(0).run(count);
    histories.search(ThreadLocalRandom.current().nextLong(1L << 48)).run(count);
  }

  private static boolean isPossibleOnServer(Step step) {
    return !(step instanceof Step.Deploy
        || step instanceof Step.FailStore
        || step instanceof Step.LoseStore
        || step instanceof Step.Interrupt);
  }

  private static boolean isPossible(Step step) {
    return !(step instanceof Step.Discard)
        && !(step instanceof Step.Open)
        && !(step instanceof Step.Message)
        && !(step instanceof Step.SlowStore)
        && (!(step instanceof Step.Deploy deploy) || deploy.option() == Option.KEYS);
  }

  Search search(long seed) {
    return new Search(seed, number -> Histories.of(number).on(setup, possible), this::play);
  }

  /** A store has a time of its own, which never goes back. */
  private List<Step> withoutSetbacks(History history) {
    return history.steps().stream()
        .filter(step -> !setup.store() || !(step instanceof Step.Pass pass) || pass.millis() > 0)
        .toList();
  }

  private void play(History history) {
    server.failStore(Step.Fault.NONE);
    if (setup.hasRegistry()) {
      server.endLogins();
    }
    if (history.steps().stream().anyMatch(Step.Deploy.class::isInstance)) {
      server.deploy(setup);
    }
    try {
      new History(setup, withoutSetbacks(history)).play(server);
    } finally {
      server.close();
    }
  }
}
