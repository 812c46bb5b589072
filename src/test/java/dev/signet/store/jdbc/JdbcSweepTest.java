package dev.signet.store.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signet.logging.TestLog;
import dev.signet.spi.SessionId;
import dev.signet.spi.SessionRecord;
import dev.signet.spi.SessionUpdate;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.logging.Level;
import java.util.logging.SimpleFormatter;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class JdbcSweepTest {

  private static final Duration HOUR = Duration.ofHours(1);
  private static final Duration MINUTE = Duration.ofMinutes(1);
  private static final Duration ROUNDED = Duration.ofSeconds(ExpiredRowCleanup.REMOVAL_SECONDS);

  private static SessionRecord session(Instant end) {
    return new SessionRecord(Map.of("name", "\"Ada\""), end);
  }

  /** The first write of a store looks for expired sessions; the next one is a minute away. */
  private static SessionId firstWrite(DatabaseFixture fixture) {
    SessionId id = Ids.fresh();
    fixture.store().create(id, session(fixture.in(HOUR)));
    return id;
  }

  @ParameterizedTest
  @EnumSource(Database.class)
  @DisplayName("T7 a backlog is deleted oldest first, one batch per write")
  void backlogGoes(Database database) {
    try (var fixture = database.fixture()) {
      SessionId living = firstWrite(fixture);
      SessionRecord base = fixture.store().load(living).orElseThrow();
      for (int i = 0; i < 2 * ExpiredRowCleanup.BATCH + 2; i++) {
        fixture.store().create(Ids.fresh(), session(fixture.in(Duration.ofSeconds(-i / 2))));
      }
      assertThat(fixture.rows()).isEqualTo(2 * ExpiredRowCleanup.BATCH + 3);

      fixture.clock().advance(ROUNDED);
      var change = new SessionUpdate(base, Map.of("a", "1"), Set.of(), base.expiresAt());
      fixture.store().update(living, change);
      assertThat(fixture.rows()).isEqualTo(ExpiredRowCleanup.BATCH + 3);
      fixture.store().update(living, change);
      assertThat(fixture.rows()).isEqualTo(3);
      fixture.store().update(living, change);
      assertThat(fixture.rows()).isOne();
      assertThat(fixture.store().load(living)).isPresent();
    }
  }

  @ParameterizedTest
  @EnumSource(Database.class)
  @DisplayName("T7 a batch ends within a second if more sessions expired in it")
  void batchWithinOneSecond(Database database) {
    try (var fixture = database.fixture()) {
      SessionId living = firstWrite(fixture);
      for (int i = 0; i < ExpiredRowCleanup.BATCH + 5; i++) {
        fixture.store().create(Ids.fresh(), session(fixture.clock().instant()));
      }

      fixture.clock().advance(ROUNDED);
      fixture.store().create(Ids.fresh(), session(fixture.in(HOUR)));
      assertThat(fixture.rows()).isEqualTo(7);
      fixture.store().create(Ids.fresh(), session(fixture.in(HOUR)));

      assertThat(fixture.rows()).isEqualTo(3);
      assertThat(fixture.store().load(living)).isPresent();
    }
  }

  @ParameterizedTest
  @EnumSource(Database.class)
  @DisplayName("T7 expired sessions are deleted once a minute, also after the clock was set back")
  void onceAMinute(Database database) {
    try (var fixture = database.fixture()) {
      firstWrite(fixture);
      fixture.store().create(Ids.fresh(), session(fixture.in(ROUNDED.negated())));
      fixture.clock().advance(MINUTE.minusSeconds(1));
      fixture.store().create(Ids.fresh(), session(fixture.in(HOUR)));
      assertThat(fixture.rows()).isEqualTo(3);
      fixture.clock().advance(Duration.ofSeconds(1));
      fixture.store().create(Ids.fresh(), session(fixture.in(HOUR)));
      assertThat(fixture.rows()).isEqualTo(3);

      fixture.clock().advance(HOUR.negated());
      fixture.store().create(Ids.fresh(), session(fixture.in(ROUNDED.negated())));
      assertThat(fixture.rows()).isEqualTo(3);
    }
  }

  @Test
  @DisplayName("T7 a cleanup that fails does not affect the writer")
  void failingCleanup() throws SQLException {
    try (var fixture = Database.POSTGRESQL.fixture()) {
      firstWrite(fixture);
      fixture.store().create(Ids.fresh(), session(fixture.in(ROUNDED.negated())));
      var hasty =
          new JdbcStore(fixture.pool(), fixture.table(), Duration.ofMillis(200), fixture.clock());
      SessionId id = Ids.fresh();
      try (var other = fixture.pool().getConnection();
          var statement = other.createStatement()) {
        other.setAutoCommit(false);
        statement.execute("SELECT id FROM " + fixture.table() + " FOR UPDATE");

        hasty.create(id, session(fixture.in(HOUR)));
        other.rollback();
      }

      assertThat(hasty.load(id)).isPresent();
    }
  }

  @Test
  @DisplayName("T7 a user without the right to delete gets a single warning that says so")
  void cleanupWithoutRight() {
    try (var fixture = Database.POSTGRESQL.fixture();
        var user = Database.userPool(fixture.table(), "SELECT, INSERT, UPDATE")) {
      firstWrite(fixture);
      fixture.store().create(Ids.fresh(), session(fixture.in(ROUNDED.negated())));
      var store = new JdbcStore(user, fixture.table(), Database.TIMEOUT, fixture.clock());
      for (int i = 0; i < 3; i++) {
        store.create(Ids.fresh(), session(fixture.in(HOUR)));
        fixture.clock().advance(MINUTE);
      }

      assertThat(TestLog.installed().records())
          .filteredOn(log -> log.getLevel().equals(Level.WARNING))
          .filteredOn(log -> log.getLoggerName().equals(ExpiredRowCleanup.class.getName()))
          .singleElement()
          .extracting(log -> new SimpleFormatter().formatMessage(log))
          .asString()
          .contains(
              "Expired sessions stay in the table", "Grant SELECT, INSERT, UPDATE and DELETE");
    }
  }
}
