package dev.signet.history;

import java.util.List;
import java.util.function.Predicate;

/**
 * A history of requests.
 *
 * @param setup how the first server is configured
 */
record History(Setup setup, List<Step> steps) {

  static History of(Setup setup, Step... steps) {
    return new History(setup, List.of(steps));
  }

  /** Returns the history with another setup and only those steps that are possible there. */
  History on(Setup other, Predicate<Step> possible) {
    return new History(other, steps.stream().filter(possible).toList());
  }

  /**
   * Plays it below the filters.
   *
   * @throws Mismatch if the library does not do what the model says
   */
  void play() {
    Thread.interrupted();
    play(new CoreServer(setup));
  }

  /**
   * Plays it on a server.
   *
   * @throws Mismatch if the library does not do what the model says
   */
  void play(Server server) {
    try {
      new Play(server, setup).run(steps);
    } catch (Mismatch e) {
      throw e;
    } catch (RuntimeException | StackOverflowError e) {
      var mismatch = new Mismatch("exception " + e.getClass().getName(), e.toString());
      mismatch.initCause(e);
      throw mismatch;
    }
  }
}
