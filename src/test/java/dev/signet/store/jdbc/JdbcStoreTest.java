package dev.signet.store.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signet.spi.SessionId;
import dev.signet.spi.SessionRecord;
import dev.signet.spi.SessionUpdate;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What the store promises, with one caller at a time. */
class JdbcStoreTest {

  private static final Duration HOUR = Duration.ofHours(1);
  private static final Map<String, String> CART = Map.of("cart", "[1,2]", "name", "\"Ada\"");

  private static SessionUpdate update(
      SessionRecord base, Map<String, String> put, Set<String> removed) {
    return new SessionUpdate(base, put, removed, base.expiresAt());
  }

  private static SessionRecord loaded(DatabaseFixture fixture, SessionId id) {
    return fixture.store().load(id).orElseThrow();
  }

  @ParameterizedTest
  @EnumSource(Database.class)
  @DisplayName("T2 only created sessions are loaded")
  void createdIsLoaded(Database database) {
    try (var fixture = database.fixture()) {
      SessionId id = Ids.fresh();
      Instant end = fixture.in(HOUR);

      fixture.store().create(id, new SessionRecord(CART, end));

      assertThat(loaded(fixture, id).attributes()).isEqualTo(CART);
      assertThat(loaded(fixture, id).expiresAt()).isEqualTo(end);
      assertThat(fixture.store().load(Ids.fresh())).isEmpty();
    }
  }

  @ParameterizedTest
  @EnumSource(Database.class)
  @DisplayName("T2 a row shows its attributes in readable form")
  void rowIsReadable(Database database) {
    try (var fixture = database.fixture()) {
      fixture.store().create(Ids.fresh(), new SessionRecord(CART, fixture.in(HOUR)));

      assertThat(new Query(fixture.pool()).text("SELECT data FROM " + fixture.table()))
          .isEqualTo("{\"cart\":[1,2],\"name\":\"Ada\"}");
    }
  }

  @ParameterizedTest
  @EnumSource(Database.class)
  @DisplayName("T2 any name, any value and 300,000 characters are read back")
  void anythingComesBack(Database database) {
    try (var fixture = database.fixture()) {
      Map<String, String> attributes =
          Map.of(
              "", "\"\"",
              "a\u0000b'\"\\", "\"\\u0000\"",
              "\u00e4\ud83d\ude00", "\"\u00e4\ud83d\ude00\"",
              "long", "\"" + "0123456789".repeat(30_000) + "\"");
      SessionId id = Ids.fresh();

      fixture.store().create(id, new SessionRecord(attributes, fixture.in(HOUR)));
      fixture.store().update(id, update(loaded(fixture, id), Map.of("one", "1.50"), Set.of("")));

      assertThat(loaded(fixture, id).attributes())
          .hasSize(4)
          .containsEntry("one", "1.50")
          .containsEntry("a\u0000b'\"\\", "\"\\u0000\"")
          .containsEntry("long", "\"" + "0123456789".repeat(30_000) + "\"");
    }
  }

  @ParameterizedTest
  @EnumSource(Database.class)
  @DisplayName("T4 T9 a move is remembered for a minute, unless the session moves again or ends")
  void movesAreRemembered(Database database) {
    try (var fixture = database.fixture()) {
      SessionId id = Ids.fresh();
      SessionId second = Ids.fresh();
      SessionId third = Ids.fresh();
      fixture.store().create(id, new SessionRecord(CART, fixture.in(HOUR)));

      fixture.store().move(id, second, update(loaded(fixture, id), Map.of(), Set.of()));
      fixture.store().update(second, update(loaded(fixture, second), CART, Set.of()));
      fixture.clock().advance(Duration.ofSeconds(59));
      assertThat(fixture.store().wasMoved(id)).isTrue();
      fixture.clock().advance(Duration.ofSeconds(1));
      assertThat(fixture.store().wasMoved(id)).isFalse();

      fixture.store().move(second, third, update(loaded(fixture, second), Map.of(), Set.of()));
      assertThat(fixture.store().wasMoved(second)).isTrue();
      assertThat(fixture.store().wasMoved(id)).isFalse();
      fixture.store().delete(third);
      assertThat(fixture.store().wasMoved(second)).isFalse();
      assertThat(fixture.rows()).isZero();
    }
  }

  @ParameterizedTest
  @EnumSource(Database.class)
  @DisplayName("T3 an update keeps what others wrote since the session was loaded")
  void updateLeavesOthersChanges(Database database) {
    try (var fixture = database.fixture()) {
      SessionId id = Ids.fresh();
      fixture.store().create(id, new SessionRecord(CART, fixture.in(HOUR)));
      SessionRecord base = loaded(fixture, id);

      assertThat(fixture.store().update(id, update(base, Map.of("a", "1"), Set.of()))).isTrue();
      assertThat(fixture.store().update(id, update(base, Map.of("b", "2"), Set.of("cart"))))
          .isTrue();

      assertThat(loaded(fixture, id).attributes())
          .isEqualTo(Map.of("name", "\"Ada\"", "a", "1", "b", "2"));
    }
  }

  @ParameterizedTest
  @EnumSource(Database.class)
  @DisplayName("T3 a session is updated on the record it was created from")
  void updatedWithoutLoading(Database database) {
    try (var fixture = database.fixture()) {
      SessionId id = Ids.fresh();
      var created = new SessionRecord(CART, fixture.in(HOUR), 7);
      fixture.store().create(id, created);

      var first = update(created, Map.of("a", "1"), Set.of());
      assertThat(fixture.store().update(id, first)).isTrue();
      var second = update(first.applyTo(created), Map.of("b", "2"), Set.of("a"));
      assertThat(fixture.store().update(id, second)).isTrue();

      assertThat(loaded(fixture, id).attributes()).containsEntry("b", "2").doesNotContainKey("a");
    }
  }

  @ParameterizedTest
  @EnumSource(Database.class)
  @DisplayName("T2 an update can prolong and shorten a session")
  void updateMovesTheEnd(Database database) {
    try (var fixture = database.fixture()) {
      SessionId id = Ids.fresh();
      fixture.store().create(id, new SessionRecord(CART, fixture.in(HOUR)));
      Instant end = fixture.in(HOUR.multipliedBy(3));

      fixture.store().update(id, new SessionUpdate(loaded(fixture, id), Map.of(), Set.of(), end));
      fixture.clock().advance(HOUR.multipliedBy(2));

      assertThat(loaded(fixture, id).expiresAt()).isEqualTo(end);
      assertThat(loaded(fixture, id).attributes()).isEqualTo(CART);
    }
  }

  @ParameterizedTest
  @EnumSource(Database.class)
  @DisplayName("T4 T8 a deleted session is not loaded, updated or moved")
  void deletedStaysDeleted(Database database) {
    try (var fixture = database.fixture()) {
      SessionId id = Ids.fresh();
      SessionId next = Ids.fresh();
      fixture.store().create(id, new SessionRecord(CART, fixture.in(HOUR)));
      var late = update(loaded(fixture, id), Map.of("a", "1"), Set.of());

      fixture.store().delete(id);
      fixture.store().delete(id);

      assertThat(fixture.store().update(id, late)).isFalse();
      assertThat(fixture.store().move(id, next, late)).isFalse();
      assertThat(fixture.store().load(id)).isEmpty();
      assertThat(fixture.store().load(next)).isEmpty();
      assertThat(fixture.rows()).isZero();
    }
  }

  @ParameterizedTest
  @EnumSource(Database.class)
  @DisplayName("T4 T7 an expired session is not loaded, updated or moved, to the second")
  void expiredStaysExpired(Database database) {
    try (var fixture = database.fixture()) {
      SessionId id = Ids.fresh();
      fixture.store().create(id, new SessionRecord(CART, fixture.in(HOUR)));
      var late =
          new SessionUpdate(
              loaded(fixture, id), Map.of("a", "1"), Set.of(), fixture.in(HOUR.plus(HOUR)));

      fixture.clock().advance(HOUR.minusMillis(1));
      assertThat(fixture.store().load(id)).isPresent();
      fixture.clock().advance(Duration.ofMillis(1));

      assertThat(fixture.store().load(id)).isEmpty();
      assertThat(fixture.store().update(id, late)).isFalse();
      assertThat(fixture.store().move(id, Ids.fresh(), late)).isFalse();
    }
  }

  @ParameterizedTest
  @EnumSource(Database.class)
  @DisplayName("T8 a moved session is loaded, updated and deleted by its new ID only")
  void movedHasItsNewIdOnly(Database database) {
    try (var fixture = database.fixture()) {
      SessionId id = Ids.fresh();
      SessionId next = Ids.fresh();
      fixture.store().create(id, new SessionRecord(CART, fixture.in(HOUR)));
      SessionRecord base = loaded(fixture, id);
      var change = update(base, Map.of("user", "7"), Set.of("cart"));

      fixture.store().update(id, update(base, Map.of("other", "1"), Set.of()));
      assertThat(fixture.store().move(id, next, change)).isTrue();

      assertThat(fixture.store().load(id)).isEmpty();
      assertThat(fixture.store().update(id, change)).isFalse();
      assertThat(loaded(fixture, next).attributes())
          .isEqualTo(Map.of("name", "\"Ada\"", "user", "7", "other", "1"));
      assertThat(
              fixture.store().update(next, update(loaded(fixture, next), Map.of(), Set.of("name"))))
          .isTrue();
      fixture.store().delete(next);
      assertThat(fixture.store().load(next)).isEmpty();
    }
  }
}
