package dev.signet.testing;

import static java.time.temporal.ChronoUnit.SECONDS;

import dev.signet.spi.SessionId;
import dev.signet.spi.SessionRecord;
import dev.signet.spi.SessionStore;
import dev.signet.spi.SessionUpdate;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/**
 * What every {@link SessionStore} promises, each promise as a check. With JUnit, in a method with
 * {@code @TestFactory}:
 *
 * <pre>{@code
 * return StoreContract.checks().stream()
 *     .map(check -> dynamicTest(check.text(), () -> check.run(store)));
 * }</pre>
 *
 * <p>The checks use sessions of their own, so the store may hold others; they take the time of the
 * system for that of the store. Safe for use by many threads.
 */
public final class StoreContract {

  private static final SecureRandom RANDOM = new SecureRandom();

  private StoreContract() {}

  /**
   * One check.
   *
   * @param text what is promised
   * @param proof fails with an {@link AssertionError} where it is broken
   */
  public record Check(String text, Consumer<SessionStore> proof) {

    /**
     * Checks it.
     *
     * @throws AssertionError if the store breaks it
     */
    public void run(SessionStore store) {
      proof.accept(store);
    }
  }

  /** Returns all checks. */
  public static List<Check> checks() {
    return List.of(
        new Check("what was created is loaded, letter by letter", StoreContract::created),
        new Check("an id that was never given is empty, not an error", StoreContract::unknown),
        new Check("an update changes what it says and nothing else", StoreContract::updated),
        new Check("updates from the same state both win", StoreContract::sameBase),
        new Check("a session may lose its last attribute", StoreContract::lastAttribute),
        new Check("what was deleted never comes back", StoreContract::deleted),
        new Check("a moved session has its new id only", StoreContract::moved),
        new Check("what was moved away never comes back", StoreContract::movedAway),
        new Check("an expired session is neither loaded nor changed", StoreContract::expired),
        new Check("updates at once on different attributes all win", ConcurrencyChecks::together),
        new Check("a deletion wins over updates at once", ConcurrencyChecks::deletedMeanwhile),
        new Check("of two moves at once one wins", ConcurrencyChecks::movedMeanwhile),
        new Check("a session ends by itself", StoreContract::over));
  }

  static SessionId newId() {
    return SessionId.random(RANDOM);
  }

  private static Instant in(Duration time) {
    return Instant.now().plus(time).truncatedTo(SECONDS);
  }

  private static Instant soon() {
    return in(Duration.ofHours(1));
  }

  static SessionId create(SessionStore store, Map<String, String> attributes) {
    SessionId id = newId();
    store.create(id, new SessionRecord(attributes, soon()));
    return id;
  }

  static SessionRecord load(SessionStore store, SessionId id) {
    return store
        .load(id)
        .orElseThrow(() -> new AssertionError("A session that was kept is not there."));
  }

  static SessionUpdate put(SessionRecord base, String name, String value) {
    return new SessionUpdate(base, Map.of(name, value), Set.of(), soon());
  }

  static void require(boolean kept, String fault) {
    if (!kept) {
      throw new AssertionError(fault);
    }
  }

  static void requireGone(SessionStore store, SessionId id) {
    require(store.load(id).isEmpty(), "A session that is over is still there.");
  }

  static void requireAttributes(SessionStore store, SessionId id, Map<String, String> expected) {
    require(
        load(store, id).attributes().equals(expected),
        "The attributes %s were expected, or their values differ: there are %s."
            .formatted(expected.keySet(), load(store, id).attributes().keySet()));
  }

  private static void created(SessionStore store) {
    Map<String, String> attributes =
        Map.of(
            "",
            "\"\"",
            "täg \uD83C\uDF6A \"'\\;%\n\u0001",
            "\"äöü \uD83C\uDF6A '' \\\\ \\u0000 % ; --\"",
            "v",
            "{ \"a\" : [ 1.0 , 1e400, null ] }",
            "name",
            "1",
            "Name",
            "2",
            "name ",
            "3",
            "e\u0301",
            "\"e\u0301 \u00e9\"",
            "n".repeat(300),
            "4",
            "large",
            "\"" + "x".repeat(100_000) + "\"");
    SessionId id = newId();
    Instant end = soon();
    store.create(id, new SessionRecord(attributes, end));
    requireAttributes(store, id, attributes);
    require(load(store, id).expiresAt().equals(end), "It ends at another time.");
    requireAttributes(store, create(store, Map.of()), Map.of());
    requireGone(store, new SessionId(swapped(id.value())));
  }

  /** Ids are case-sensitive. */
  private static String swapped(String id) {
    String upper = id.toUpperCase(Locale.ROOT);
    return upper.equals(id) ? id.toLowerCase(Locale.ROOT) : upper;
  }

  private static void unknown(SessionStore store) {
    SessionId id = newId();
    requireGone(store, id);
    store.delete(id);
    var nothing = new SessionRecord(Map.of(), soon());
    require(!store.update(id, put(nothing, "a", "1")), "An update found what never was there.");
    require(!store.move(id, newId(), put(nothing, "a", "1")), "A move found what never was there.");
    requireGone(store, id);
  }

  private static void updated(SessionStore store) {
    SessionId id = create(store, Map.of("kept", "1", "changed", "2", "gone", "3"));
    Instant end = in(Duration.ofHours(2));
    var update =
        new SessionUpdate(
            load(store, id), Map.of("changed", "4", "new", "5"), Set.of("gone", "never"), end);
    require(store.update(id, update), "An update did not find the session.");
    requireAttributes(store, id, Map.of("kept", "1", "changed", "4", "new", "5"));
    require(load(store, id).expiresAt().equals(end), "An update did not prolong it.");
    require(store.update(id, put(load(store, id), "a", "6")), "The second update found nothing.");
    requireAttributes(store, id, Map.of("kept", "1", "changed", "4", "new", "5", "a", "6"));
    Instant later = in(Duration.ofHours(3));
    var nothing = new SessionUpdate(load(store, id), Map.of(), Set.of(), later);
    require(store.update(id, nothing), "An update without a change found nothing.");
    require(store.update(id, nothing), "The same update again found nothing.");
    require(load(store, id).expiresAt().equals(later), "An update without a change prolongs too.");
  }

  private static void sameBase(SessionStore store) {
    SessionId id = create(store, Map.of("a", "0", "b", "0", "c", "0"));
    SessionRecord base = load(store, id);
    store.update(id, put(base, "a", "1"));
    store.update(id, put(base, "b", "2"));
    store.update(id, new SessionUpdate(base, Map.of(), Set.of("c"), soon()));
    requireAttributes(store, id, Map.of("a", "1", "b", "2"));
    store.update(id, put(base, "a", "3"));
    requireAttributes(store, id, Map.of("a", "3", "b", "2"));
  }

  private static void lastAttribute(SessionStore store) {
    SessionId id = create(store, Map.of("a", "1"));
    store.update(id, new SessionUpdate(load(store, id), Map.of(), Set.of("a"), soon()));
    requireAttributes(store, id, Map.of());
    require(store.update(id, put(load(store, id), "b", "2")), "Without attributes it is gone.");
    requireAttributes(store, id, Map.of("b", "2"));
  }

  private static void deleted(SessionStore store) {
    SessionId id = create(store, Map.of("a", "1"));
    SessionRecord base = load(store, id);
    store.delete(id);
    store.delete(id);
    requireGone(store, id);
    SessionId other = newId();
    require(!store.update(id, put(base, "a", "2")), "An update found a deleted session.");
    require(!store.move(id, other, put(base, "a", "2")), "A move found a deleted session.");
    requireGone(store, id);
    requireGone(store, other);
  }

  private static void moved(SessionStore store) {
    SessionId id = create(store, Map.of("a", "1", "b", "2"));
    SessionId renewed = newId();
    SessionRecord base = load(store, id);
    store.update(id, put(base, "c", "3"));
    Instant end = in(Duration.ofHours(2));
    var update = new SessionUpdate(base, Map.of("a", "4"), Set.of("b"), end);
    require(store.move(id, renewed, update), "A move did not find the session.");
    requireGone(store, id);
    requireAttributes(store, renewed, Map.of("a", "4", "c", "3"));
    require(load(store, renewed).expiresAt().equals(end), "A move did not prolong it.");
  }

  private static void movedAway(SessionStore store) {
    SessionId id = create(store, Map.of("a", "1"));
    SessionId renewed = newId();
    SessionRecord base = load(store, id);
    store.move(id, renewed, put(base, "a", "2"));
    require(!store.update(id, put(base, "a", "3")), "An update found a session moved away.");
    require(!store.move(id, newId(), put(base, "a", "3")), "A move found a session moved away.");
    store.delete(id);
    requireGone(store, id);
    requireAttributes(store, renewed, Map.of("a", "2"));
  }

  private static void expired(SessionStore store) {
    SessionId id = newId();
    store.create(id, new SessionRecord(Map.of("a", "1"), in(Duration.ofSeconds(-1))));
    requireGone(store, id);
    SessionId ending = create(store, Map.of("a", "1"));
    SessionRecord base = load(store, ending);
    store.update(ending, new SessionUpdate(base, Map.of(), Set.of(), in(Duration.ofSeconds(-1))));
    requireGone(store, ending);
    require(!store.update(ending, put(base, "a", "2")), "An update found an expired session.");
    require(!store.move(ending, newId(), put(base, "a", "2")), "A move found an expired session.");
    requireGone(store, ending);
  }

  private static void over(SessionStore store) {
    SessionId id = newId();
    Instant end = in(Duration.ofSeconds(2));
    store.create(id, new SessionRecord(Map.of("a", "1"), end));
    load(store, id);
    Instant latest = end.plusSeconds(2);
    while (store.load(id).isPresent()) {
      require(Instant.now().isBefore(latest), "It is there though its time is over.");
    }
  }
}
