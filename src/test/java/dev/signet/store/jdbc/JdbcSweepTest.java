package dev.signet.store.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signet.spi.SessionId;
import dev.signet.spi.SessionRecord;
import dev.signet.spi.SessionUpdate;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class JdbcSweepTest {

  private static final Duration HOUR = Duration.ofHours(1);
  private static final Duration MINUTE = Duration.ofMinutes(1);

  private static SessionRecord session(Instant end) {
    return new SessionRecord(Map.of("name", "\"Ada\""), end);
  }

  /** The first write of a store looks for expired sessions; the next one is a minute away. */
  private static SessionId firstWrite(Database.Site site) {
    SessionId id = Ids.fresh();
    site.store().create(id, session(site.in(HOUR)));
    return id;
  }

  @ParameterizedTest
  @EnumSource(Database.class)
  @DisplayName("T7 a backlog goes batch by batch, one a write, the oldest first")
  void backlogGoes(Database database) {
    try (var site = database.site()) {
      SessionId living = firstWrite(site);
      SessionRecord base = site.store().load(living).orElseThrow();
      for (int i = 0; i < 2 * SessionTable.BATCH + 2; i++) {
        site.store().create(Ids.fresh(), session(site.in(Duration.ofSeconds(-i / 2))));
      }
      assertThat(site.rows()).isEqualTo(2 * SessionTable.BATCH + 3);

      site.clock().advance(MINUTE);
      var change = new SessionUpdate(base, Map.of("a", "1"), Set.of(), base.expiresAt());
      site.store().update(living, change);
      assertThat(site.rows()).isEqualTo(SessionTable.BATCH + 3);
      site.store().update(living, change);
      assertThat(site.rows()).isEqualTo(3);
      site.store().update(living, change);
      assertThat(site.rows()).isOne();
      assertThat(site.store().load(living)).isPresent();
    }
  }

  @ParameterizedTest
  @EnumSource(Database.class)
  @DisplayName("T7 sessions that ended in the same second go together")
  void sameSecond(Database database) {
    try (var site = database.site()) {
      SessionId living = firstWrite(site);
      for (int i = 0; i < SessionTable.BATCH + 5; i++) {
        site.store().create(Ids.fresh(), session(site.clock().instant()));
      }

      site.clock().advance(MINUTE);
      site.store().create(Ids.fresh(), session(site.in(HOUR)));

      assertThat(site.rows()).isEqualTo(2);
      assertThat(site.store().load(living)).isPresent();
    }
  }

  @ParameterizedTest
  @EnumSource(Database.class)
  @DisplayName("T7 expired sessions go once a minute, also where the clock was set back")
  void onceAMinute(Database database) {
    try (var site = database.site()) {
      firstWrite(site);
      site.store().create(Ids.fresh(), session(site.clock().instant()));
      site.clock().advance(MINUTE.minusSeconds(1));
      site.store().create(Ids.fresh(), session(site.in(HOUR)));
      assertThat(site.rows()).isEqualTo(3);
      site.clock().advance(Duration.ofSeconds(1));
      site.store().create(Ids.fresh(), session(site.in(HOUR)));
      assertThat(site.rows()).isEqualTo(3);

      site.clock().advance(HOUR.negated());
      site.store().create(Ids.fresh(), session(site.clock().instant()));
      assertThat(site.rows()).isEqualTo(3);
    }
  }

  @Test
  @DisplayName("T7 where expired sessions cannot be removed, the writer does not notice")
  void failureIsNobodys() throws SQLException {
    try (var site = Database.POSTGRESQL.site()) {
      firstWrite(site);
      site.store().create(Ids.fresh(), session(site.clock().instant()));
      var hasty = new JdbcStore(site.pool(), site.table(), Duration.ofMillis(200), site.clock());
      SessionId id = Ids.fresh();
      try (var other = site.pool().getConnection();
          var statement = other.createStatement()) {
        other.setAutoCommit(false);
        statement.execute("SELECT id FROM " + site.table() + " FOR UPDATE");

        hasty.create(id, session(site.in(HOUR)));
        other.rollback();
      }

      assertThat(hasty.load(id)).isPresent();
    }
  }
}
