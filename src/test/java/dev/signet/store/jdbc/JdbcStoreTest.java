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

  private static SessionRecord loaded(Database.Site site, SessionId id) {
    return site.store().load(id).orElseThrow();
  }

  @ParameterizedTest
  @EnumSource(Database.class)
  @DisplayName("T2 what was created is loaded, and nothing else")
  void createdIsLoaded(Database database) {
    try (var site = database.site()) {
      SessionId id = Ids.fresh();
      Instant end = site.in(HOUR);

      site.store().create(id, new SessionRecord(CART, end));

      assertThat(loaded(site, id).attributes()).isEqualTo(CART);
      assertThat(loaded(site, id).expiresAt()).isEqualTo(end);
      assertThat(site.store().load(Ids.fresh())).isEmpty();
    }
  }

  @ParameterizedTest
  @EnumSource(Database.class)
  @DisplayName("T2 a row shows its attributes to a human")
  void rowIsReadable(Database database) {
    try (var site = database.site()) {
      site.store().create(Ids.fresh(), new SessionRecord(CART, site.in(HOUR)));

      assertThat(new Query(site.pool()).text("SELECT data FROM " + site.table()))
          .isEqualTo("{\"cart\":[1,2],\"name\":\"Ada\"}");
    }
  }

  @ParameterizedTest
  @EnumSource(Database.class)
  @DisplayName("T2 any name, any value and 300,000 characters come back")
  void anythingComesBack(Database database) {
    try (var site = database.site()) {
      Map<String, String> attributes =
          Map.of(
              "", "\"\"",
              "a\u0000b'\"\\", "\"\\u0000\"",
              "\u00e4\ud83d\ude00", "\"\u00e4\ud83d\ude00\"",
              "long", "\"" + "0123456789".repeat(30_000) + "\"");
      SessionId id = Ids.fresh();

      site.store().create(id, new SessionRecord(attributes, site.in(HOUR)));
      site.store().update(id, update(loaded(site, id), Map.of("one", "1.50"), Set.of("")));

      assertThat(loaded(site, id).attributes())
          .hasSize(4)
          .containsEntry("one", "1.50")
          .containsEntry("a\u0000b'\"\\", "\"\\u0000\"")
          .containsEntry("long", "\"" + "0123456789".repeat(30_000) + "\"");
    }
  }

  @ParameterizedTest
  @EnumSource(Database.class)
  @DisplayName("T3 an update leaves what others wrote since the session was loaded")
  void updateLeavesOthersChanges(Database database) {
    try (var site = database.site()) {
      SessionId id = Ids.fresh();
      site.store().create(id, new SessionRecord(CART, site.in(HOUR)));
      SessionRecord base = loaded(site, id);

      assertThat(site.store().update(id, update(base, Map.of("a", "1"), Set.of()))).isTrue();
      assertThat(site.store().update(id, update(base, Map.of("b", "2"), Set.of("cart")))).isTrue();

      assertThat(loaded(site, id).attributes())
          .isEqualTo(Map.of("name", "\"Ada\"", "a", "1", "b", "2"));
    }
  }

  @ParameterizedTest
  @EnumSource(Database.class)
  @DisplayName("T3 a session that was just created is updated on the record it was created from")
  void updatedWithoutLoading(Database database) {
    try (var site = database.site()) {
      SessionId id = Ids.fresh();
      var created = new SessionRecord(CART, site.in(HOUR), 7);
      site.store().create(id, created);

      var first = update(created, Map.of("a", "1"), Set.of());
      assertThat(site.store().update(id, first)).isTrue();
      var second = update(first.applyTo(created), Map.of("b", "2"), Set.of("a"));
      assertThat(site.store().update(id, second)).isTrue();

      assertThat(loaded(site, id).attributes()).containsEntry("b", "2").doesNotContainKey("a");
    }
  }

  @ParameterizedTest
  @EnumSource(Database.class)
  @DisplayName("T2 an update prolongs and shortens")
  void updateMovesTheEnd(Database database) {
    try (var site = database.site()) {
      SessionId id = Ids.fresh();
      site.store().create(id, new SessionRecord(CART, site.in(HOUR)));
      Instant end = site.in(HOUR.multipliedBy(3));

      site.store().update(id, new SessionUpdate(loaded(site, id), Map.of(), Set.of(), end));
      site.clock().advance(HOUR.multipliedBy(2));

      assertThat(loaded(site, id).expiresAt()).isEqualTo(end);
      assertThat(loaded(site, id).attributes()).isEqualTo(CART);
    }
  }

  @ParameterizedTest
  @EnumSource(Database.class)
  @DisplayName("T4 T8 what was deleted is not loaded, updated or moved")
  void deletedStaysDeleted(Database database) {
    try (var site = database.site()) {
      SessionId id = Ids.fresh();
      SessionId next = Ids.fresh();
      site.store().create(id, new SessionRecord(CART, site.in(HOUR)));
      var late = update(loaded(site, id), Map.of("a", "1"), Set.of());

      site.store().delete(id);
      site.store().delete(id);

      assertThat(site.store().update(id, late)).isFalse();
      assertThat(site.store().move(id, next, late)).isFalse();
      assertThat(site.store().load(id)).isEmpty();
      assertThat(site.store().load(next)).isEmpty();
      assertThat(site.rows()).isZero();
    }
  }

  @ParameterizedTest
  @EnumSource(Database.class)
  @DisplayName("T4 T7 what is over is not loaded, updated or moved, to the second")
  void expiredStaysExpired(Database database) {
    try (var site = database.site()) {
      SessionId id = Ids.fresh();
      site.store().create(id, new SessionRecord(CART, site.in(HOUR)));
      var late =
          new SessionUpdate(loaded(site, id), Map.of("a", "1"), Set.of(), site.in(HOUR.plus(HOUR)));

      site.clock().advance(HOUR.minusMillis(1));
      assertThat(site.store().load(id)).isPresent();
      site.clock().advance(Duration.ofMillis(1));

      assertThat(site.store().load(id)).isEmpty();
      assertThat(site.store().update(id, late)).isFalse();
      assertThat(site.store().move(id, Ids.fresh(), late)).isFalse();
    }
  }

  @ParameterizedTest
  @EnumSource(Database.class)
  @DisplayName("T8 a session that moved is loaded, updated and deleted by its new id only")
  void movedHasItsNewIdOnly(Database database) {
    try (var site = database.site()) {
      SessionId id = Ids.fresh();
      SessionId next = Ids.fresh();
      site.store().create(id, new SessionRecord(CART, site.in(HOUR)));
      SessionRecord base = loaded(site, id);
      var change = update(base, Map.of("user", "7"), Set.of("cart"));

      site.store().update(id, update(base, Map.of("other", "1"), Set.of()));
      assertThat(site.store().move(id, next, change)).isTrue();

      assertThat(site.store().load(id)).isEmpty();
      assertThat(site.store().update(id, change)).isFalse();
      assertThat(loaded(site, next).attributes())
          .isEqualTo(Map.of("name", "\"Ada\"", "user", "7", "other", "1"));
      assertThat(site.store().update(next, update(loaded(site, next), Map.of(), Set.of("name"))))
          .isTrue();
      site.store().delete(next);
      assertThat(site.store().load(next)).isEmpty();
    }
  }
}
