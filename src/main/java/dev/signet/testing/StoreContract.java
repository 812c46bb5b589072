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
 * The contract of a {@link SessionStore}, one check for each promise. With JUnit, in a method with
 * {@code @TestFactory}:
 *
 * <pre>{@code
 * return StoreContract.checks().stream()
 *     .map(check -> dynamicTest(check.text(), () -> check.run(store)));
 * }</pre>
 *
 * <p>The checks create their own sessions, so the store may contain others. They assume that the
 * store uses the time of the system. Thread-safe.
 */
public final class StoreContract {

  private static final SecureRandom RANDOM = new SecureRandom();

  private StoreContract() {}

  /**
   * One check.
   *
   * @param text the promise
   * @param proof throws an {@link AssertionError} if the store breaks the promise
   */
  public record Check(String text, Consumer<SessionStore> proof) {

    /**
     * Runs the check.
     *
     * @throws AssertionError if the store breaks the promise
     */
    public void run(SessionStore store) {
      proof.accept(store);
    }
  }

  /** Returns all checks. */
  public static List<Check> checks() {
    return List.of(
        new Check("a created session is loaded unchanged", StoreContract::created),
        new Check("an unknown id is empty, not an error", StoreContract::unknown),
        new Check(
            "an update changes the attributes it names and no others", StoreContract::updated),
        new Check("two updates of the same state both take effect", StoreContract::sameBase),
        new Check("a session without attributes still exists", StoreContract::lastAttribute),
        new Check("a deleted session never comes back", StoreContract::deleted),
        new Check("a moved session is loaded by its new id only", MoveChecks::moved),
        new Check("the old id of a moved session never comes back", MoveChecks::movedAway),
        new Check(
            "a moved session is remembered under its old id only, or never",
            MoveChecks::remembered),
        new Check("an expired session is neither loaded nor changed", StoreContract::expired),
        new Check(
            "concurrent updates of different attributes all take effect",
            ConcurrencyChecks::updates),
        new Check("a deletion wins over concurrent updates", ConcurrencyChecks::deletion),
        new Check("one of two concurrent moves takes effect", ConcurrencyChecks::moves),
        new Check(
            "an id that a session was moved away from is remembered at once, or never",
            ConcurrencyChecks::rememberedMoves),
        new Check("a change is visible as a whole or not at all", WholeChangesCheck::run),
        new Check("a session expires without further calls", StoreContract::over));
  }

  static SessionId newId() {
    return SessionId.random(RANDOM);
  }

  static SessionId nextId(SessionId id) {
    return id.next(RANDOM);
  }

  static Instant in(Duration time) {
    return Instant.now().plus(time).truncatedTo(SECONDS);
  }

  static Instant soon() {
    return in(Duration.ofHours(1));
  }

  static SessionId create(SessionStore store, Map<String, String> attributes) {
    SessionId id = newId();
    store.create(id, new SessionRecord(attributes, soon()));
    return id;
  }

  static SessionRecord load(SessionStore store, SessionId id) {
    return store.load(id).orElseThrow(() -> new AssertionError("A stored session is not found."));
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
    require(store.load(id).isEmpty(), "A session that has ended is still found.");
  }

  static void requireAttributes(SessionStore store, SessionId id, Map<String, String> expected) {
    require(
        load(store, id).attributes().equals(expected),
        "The attributes or their values differ: expected were the names %s, found %s."
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
    require(load(store, id).expiresAt().equals(end), "A created session ends at another time.");
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
    require(!store.delete(id), "A deletion found a session that never existed.");
    var nothing = new SessionRecord(Map.of(), soon());
    require(
        !store.update(id, put(nothing, "a", "1")), "An update found a session that never existed.");
    require(
        !store.move(id, nextId(id), put(nothing, "a", "1")),
        "A move found a session that never existed.");
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
    require(load(store, id).expiresAt().equals(end), "An update did not prolong the session.");
    require(
        store.update(id, put(load(store, id), "a", "6")),
        "The second update did not find the session.");
    requireAttributes(store, id, Map.of("kept", "1", "changed", "4", "new", "5", "a", "6"));
    Instant later = in(Duration.ofHours(3));
    var nothing = new SessionUpdate(load(store, id), Map.of(), Set.of(), later);
    require(store.update(id, nothing), "An update without a change did not find the session.");
    require(store.update(id, nothing), "The same update again did not find the session.");
    require(
        load(store, id).expiresAt().equals(later),
        "An update without a change did not prolong the session.");
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
    require(
        store.update(id, put(load(store, id), "b", "2")),
        "A session without attributes is not found.");
    requireAttributes(store, id, Map.of("b", "2"));
  }

  private static void deleted(SessionStore store) {
    SessionId id = create(store, Map.of("a", "1"));
    SessionRecord base = load(store, id);
    require(store.delete(id), "A deletion did not find the session.");
    require(!store.delete(id), "A deletion found a deleted session.");
    requireGone(store, id);
    SessionId other = nextId(id);
    require(!store.update(id, put(base, "a", "2")), "An update found a deleted session.");
    require(!store.move(id, other, put(base, "a", "2")), "A move found a deleted session.");
    requireGone(store, id);
    requireGone(store, other);
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
    require(
        !store.move(ending, nextId(ending), put(base, "a", "2")),
        "A move found an expired session.");
    requireGone(store, ending);
  }

  private static void over(SessionStore store) {
    SessionId id = newId();
    Instant end = in(Duration.ofSeconds(2));
    store.create(id, new SessionRecord(Map.of("a", "1"), end));
    load(store, id);
    Instant latest = end.plusSeconds(2);
    while (store.load(id).isPresent()) {
      require(Instant.now().isBefore(latest), "An expired session is still found.");
    }
  }
}
