package dev.signet.testing;

import static dev.signet.testing.StoreContract.load;
import static dev.signet.testing.StoreContract.newId;
import static dev.signet.testing.StoreContract.put;
import static dev.signet.testing.StoreContract.require;
import static dev.signet.testing.StoreContract.requireAttributes;
import static dev.signet.testing.StoreContract.requireGone;

import dev.signet.spi.SessionId;
import dev.signet.spi.SessionRecord;
import dev.signet.spi.SessionStore;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** The promises of a store to requests at the same time. */
final class ConcurrencyChecks {

  private static final int THREADS = 8;
  private static final int ROUNDS = 25;

  private ConcurrencyChecks() {}

  static void together(SessionStore store) {
    SessionId id = StoreContract.create(store, Map.of());
    Map<String, String> all = new HashMap<>();
    for (int round = 0; round < ROUNDS; round++) {
      SessionRecord base = load(store, id);
      String names = round + ".";
      ConcurrentTasks.run(
          THREADS,
          thread ->
              require(
                  store.update(id, put(base, names + thread, "1")),
                  "An update did not find the session."));
      IntStream.range(0, THREADS).forEach(thread -> all.put(names + thread, "1"));
    }
    requireAttributes(store, id, all);
  }

  static void deletedMeanwhile(SessionStore store) {
    for (int round = 0; round < ROUNDS; round++) {
      SessionId id = StoreContract.create(store, Map.of("a", "1"));
      SessionRecord base = load(store, id);
      ConcurrentTasks.run(
          THREADS,
          thread -> {
            if (thread == 0) {
              store.delete(id);
            } else {
              store.update(id, put(base, "by" + thread, "1"));
            }
          });
      requireGone(store, id);
    }
  }

  /** Of those that move it one wins; what others were told to be changed is moved along. */
  static void movedMeanwhile(SessionStore store) {
    for (int round = 0; round < ROUNDS; round++) {
      SessionId id = StoreContract.create(store, Map.of("a", "1"));
      SessionRecord base = load(store, id);
      List<SessionId> renewed = List.of(newId(), newId());
      boolean[] done = new boolean[THREADS];
      ConcurrentTasks.run(
          THREADS,
          thread ->
              done[thread] =
                  thread < renewed.size()
                      ? store.move(id, renewed.get(thread), put(base, "by" + thread, "1"))
                      : store.update(id, put(base, "by" + thread, "1")));
      requireGone(store, id);
      require(
          done[0] != done[1],
          "Of two moves at once not one has found the session, but both or none.");
      requireGone(store, renewed.get(done[0] ? 1 : 0));
      Map<String, String> expected = new HashMap<>(Map.of("a", "1"));
      IntStream.range(0, THREADS)
          .filter(thread -> done[thread])
          .forEach(thread -> expected.put("by" + thread, "1"));
      requireAttributes(store, renewed.get(done[0] ? 0 : 1), expected);
    }
  }
}
