package dev.signet.testing;

import static dev.signet.testing.StoreContract.load;
import static dev.signet.testing.StoreContract.nextId;
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

/** The checks of {@link StoreContract} with concurrent requests. */
final class ConcurrencyChecks {

  private static final int THREADS = 8;
  private static final int ROUNDS = 25;

  private ConcurrencyChecks() {}

  static void updates(SessionStore store) {
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

  static void deletion(SessionStore store) {
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

  /** A reader that does not find a session must find out at once that it was moved. */
  static void rememberedMoves(SessionStore store) {
    for (int round = 0; round < ROUNDS; round++) {
      SessionId id = StoreContract.create(store, Map.of("a", "1"));
      SessionRecord base = load(store, id);
      boolean[] remembered = new boolean[THREADS];
      ConcurrentTasks.run(
          THREADS,
          thread -> {
            if (thread == 0) {
              store.move(id, nextId(id), put(base, "a", "2"));
            } else {
              while (store.load(id).isPresent()) {
                Thread.onSpinWait();
              }
            }
            remembered[thread] = store.wasMoved(id);
          });
      for (boolean each : remembered) {
        require(
            each == remembered[0], "A session that was moved is remembered by some requests only.");
      }
    }
  }

  /** One move takes effect; changes that were acknowledged are moved with the session. */
  static void moves(SessionStore store) {
    for (int round = 0; round < ROUNDS; round++) {
      SessionId id = StoreContract.create(store, Map.of("a", "1"));
      SessionRecord base = load(store, id);
      List<SessionId> renewed = List.of(nextId(id), nextId(id));
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
          "Of two concurrent moves both or none found the session; exactly one must.");
      requireGone(store, renewed.get(done[0] ? 1 : 0));
      Map<String, String> expected = new HashMap<>(Map.of("a", "1"));
      IntStream.range(0, THREADS)
          .filter(thread -> done[thread])
          .forEach(thread -> expected.put("by" + thread, "1"));
      requireAttributes(store, renewed.get(done[0] ? 0 : 1), expected);
    }
  }
}
