package dev.signet.store.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariDataSource;
import dev.signet.SessionStoreException;
import dev.signet.spi.SessionId;
import dev.signet.spi.SessionRecord;
import dev.signet.spi.SessionUpdate;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** PostgreSQL refuses statements, since the user lacks a right. */
class JdbcRightsTest {

  private DatabaseFixture fixture;
  private SessionId id;
  private SessionRecord session;

  @BeforeEach
  void start() {
    fixture = Database.POSTGRESQL.fixture();
    id = Ids.fresh();
    session = new SessionRecord(Map.of("name", "\"Ada\""), fixture.in(Duration.ofHours(1)));
    fixture.store().create(id, session);
  }

  @AfterEach
  void end() {
    fixture.close();
  }

  private JdbcStore store(HikariDataSource pool) {
    return new JdbcStore(pool, fixture.table(), Database.TIMEOUT, fixture.clock());
  }

  private SessionUpdate change() {
    return new SessionUpdate(session, Map.of("user", "7"), Set.of("name"), session.expiresAt());
  }

  private static void assertRefused(ThrowingCallable call) {
    assertThatThrownBy(call)
        .isInstanceOf(SessionStoreException.class)
        .hasMessageContaining("Grant SELECT, INSERT, UPDATE and DELETE on the table.");
  }

  /** The only row is the session as it was. */
  private void assertUnchanged() {
    assertThat(fixture.rows()).isOne();
    assertThat(fixture.store().load(id).orElseThrow().attributes()).isEqualTo(session.attributes());
  }

  @Test
  @DisplayName("T9 without the right to insert, a refused create leaves no row")
  void withoutInsert() {
    try (var pool = Database.userPool(fixture.table(), "SELECT, UPDATE, DELETE")) {
      assertRefused(() -> store(pool).create(Ids.fresh(), session));
      assertUnchanged();
    }
  }

  @Test
  @DisplayName(
      "T9 without the right to update, a refused update or move leaves the session as it was")
  void withoutUpdate() {
    try (var pool = Database.userPool(fixture.table(), "SELECT, INSERT, DELETE")) {
      SessionId next = Ids.fresh();

      assertRefused(() -> store(pool).update(id, change()));
      assertUnchanged();
      assertRefused(() -> store(pool).move(id, next, change()));
      assertUnchanged();
    }
  }

  @Test
  @DisplayName("T9 without the right to delete, a refused delete leaves the session as it was")
  void withoutDelete() {
    try (var pool = Database.userPool(fixture.table(), "SELECT, INSERT, UPDATE")) {
      assertRefused(() -> store(pool).delete(id));
      assertUnchanged();

      SessionId next = Ids.fresh();
      assertThat(store(pool).move(id, next, change())).isTrue();
      assertThat(fixture.store().load(id)).isEmpty();
      assertThat(fixture.store().load(next).orElseThrow().attributes())
          .isEqualTo(Map.of("user", "7"));
    }
  }

  @Test
  @DisplayName("T9 without the right to read, a refused call changes nothing")
  void withoutSelect() {
    try (var pool = Database.userPool(fixture.table(), "INSERT, UPDATE, DELETE")) {
      for (ThrowingCallable call :
          List.<ThrowingCallable>of(
              () -> store(pool).load(id),
              () -> store(pool).update(id, change()),
              () -> store(pool).move(id, Ids.fresh(), change()),
              () -> store(pool).delete(id))) {
        assertRefused(call);
        assertUnchanged();
      }
    }
  }

  @Test
  @DisplayName("C25 a table that the user may not read is a fault at deployment")
  void checkWithoutRights() {
    try (var pool = Database.userPool(fixture.table(), "")) {
      assertThatIllegalStateException()
          .isThrownBy(() -> store(pool).check())
          .withMessageContaining("Grant SELECT");
    }
  }
}
