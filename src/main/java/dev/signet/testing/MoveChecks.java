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
import dev.signet.spi.SessionUpdate;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Set;

/** The checks of sessions that are moved to another id. */
final class MoveChecks {

  private MoveChecks() {}

  static void moved(SessionStore store) {
    SessionId id = StoreContract.create(store, Map.of("a", "1", "b", "2"));
    SessionId renewed = nextId(id);
    SessionRecord base = load(store, id);
    store.update(id, put(base, "c", "3"));
    Instant end = StoreContract.in(Duration.ofHours(2));
    var update = new SessionUpdate(base, Map.of("a", "4"), Set.of("b"), end);
    require(store.move(id, renewed, update), "A move did not find the session.");
    requireGone(store, id);
    requireAttributes(store, renewed, Map.of("a", "4", "c", "3"));
    require(load(store, renewed).expiresAt().equals(end), "A move did not prolong the session.");
  }

  static void movedAway(SessionStore store) {
    SessionId id = StoreContract.create(store, Map.of("a", "1"));
    SessionId renewed = nextId(id);
    SessionRecord base = load(store, id);
    store.move(id, renewed, put(base, "a", "2"));
    require(!store.update(id, put(base, "a", "3")), "An update found a session moved away.");
    require(!store.move(id, nextId(id), put(base, "a", "3")), "A move found a session moved away.");
    require(!store.delete(id), "A deletion found a session moved away.");
    requireGone(store, id);
    requireAttributes(store, renewed, Map.of("a", "2"));
  }

  static void remembered(SessionStore store) {
    SessionId id = StoreContract.create(store, Map.of("a", "1"));
    SessionId renewed = nextId(id);
    SessionRecord base = load(store, id);
    require(!store.wasMoved(id), "A session is remembered as moved before it is moved.");
    store.update(id, put(base, "a", "2"));
    require(!store.wasMoved(id), "An updated session is remembered as moved.");
    store.move(id, renewed, put(base, "a", "3"));
    boolean remembered = store.wasMoved(id);
    store.delete(id);
    require(store.wasMoved(id) == remembered, "Deleting the old id forgets the move.");
    require(!store.update(id, put(base, "a", "4")), "An update found a session moved away.");
    requireGone(store, id);
    require(!store.wasMoved(renewed), "The new id is remembered as moved.");
    SessionId deleted = StoreContract.create(store, Map.of());
    store.delete(deleted);
    require(!store.wasMoved(deleted), "A deleted session is remembered as moved.");
    store.move(deleted, nextId(deleted), put(base, "a", "5"));
    require(!store.wasMoved(deleted), "A move that found no session is remembered.");
  }
}
