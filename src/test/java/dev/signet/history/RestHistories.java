package dev.signet.history;

import dev.signet.history.Setup.Option;
import java.util.function.Predicate;

/** Random histories on an application that is reached over HTTP. */
final class RestHistories {

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

  private static boolean isPossible(Step step) {
    return !(step instanceof Step.Discard)
        && !(step instanceof Step.SlowStore)
        && (!(step instanceof Step.Deploy deploy) || deploy.option() == Option.KEYS);
  }

  Search search(long seed) {
    return new Search(seed, number -> Histories.of(number).on(setup, possible), this::play);
  }

  private void play(History history) {
    server.failStore(Step.Fault.NONE);
    if (history.steps().stream().anyMatch(Step.Deploy.class::isInstance)) {
      server.deploy(setup);
    }
    try {
      new History(setup, history.steps()).play(server);
    } finally {
      server.close();
    }
  }
}
