package dev.signet.store.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariDataSource;
import dev.signet.SessionStoreException;
import dev.signet.login.LoginStoreContract;
import dev.signet.spi.EndedLogins;
import dev.signet.spi.LoginRecord;
import dev.signet.spi.LoginStore;
import dev.signet.spi.LoginUse;
import dev.signet.testing.MutableClock;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The registry of log-ins in a table of each database. */
class JdbcLoginStoreTest {

  private static final Instant NOW = LoginStoreContract.NOW;
  private static final Instant LATER = LoginStoreContract.LATER;
  private static final int ENDERS = 4;
  private static final int ENDINGS = 25;

  private static JdbcLoginStore store(DataSource source, String table, Clock clock) {
    return new JdbcLoginStore(source, table, Database.TIMEOUT, clock, true);
  }

  private static LoginRecord login(String id, String name, Instant expiresAt) {
    return new LoginRecord(id, name, NOW, NOW, "", expiresAt);
  }

  /** The promises of all registries, on one database. */
  @TestInstance(TestInstance.Lifecycle.PER_CLASS)
  private abstract static class OnDatabase implements LoginStoreContract {

    private final Database database;
    private final String table = Database.freshTable();
    private HikariDataSource pool;

    OnDatabase(Database database) {
      this.database = database;
    }

    @BeforeAll
    void open() {
      pool = database.pool();
    }

    @AfterAll
    void close() {
      pool.close();
    }

    @Override
    public LoginStore store() {
      return JdbcLoginStoreTest.store(pool, table, Clock.systemUTC());
    }
  }

  @Nested
  class OnPostgresql extends OnDatabase {
    OnPostgresql() {
      super(Database.POSTGRESQL);
    }
  }

  @Nested
  class OnH2 extends OnDatabase {
    OnH2() {
      super(Database.H2);
    }
  }

  @Nested
  class OnDerby extends OnDatabase {
    OnDerby() {
      super(Database.DERBY);
    }
  }

  @Nested
  class OnMariaDb extends OnDatabase {
    OnMariaDb() {
      super(Database.MARIADB);
    }
  }

  @ParameterizedTest
  @EnumSource(Database.class)
  @DisplayName("L3 a server that asks while others end log-ins misses none of them")
  void noneIsMissed(Database database) throws Exception {
    String table = Database.freshTable();
    var threads = Executors.newFixedThreadPool(ENDERS);
    try (var pool = database.pool()) {
      JdbcLoginStore asking = store(pool, table, Clock.systemUTC());
      asking.check();
      var atWork = new AtomicInteger(ENDERS);
      List<Future<Set<String>>> enders =
          IntStream.range(0, ENDERS)
              .mapToObj(
                  i -> threads.submit(ender(store(pool, table, Clock.systemUTC()), i, atWork)))
              .toList();
      Set<String> seen = new HashSet<>();
      String cursor = null;
      boolean isLast;
      do {
        isLast = atWork.get() == 0;
        EndedLogins news = asking.endedSince(cursor);
        seen.addAll(news.ended().keySet());
        cursor = news.cursor();
      } while (!isLast);
      for (Future<Set<String>> ender : enders) {
        assertThat(seen).containsAll(ender.get());
      }
      assertThat(asking.endedSince(cursor).ended()).as("each is returned once").isEmpty();
    } finally {
      threads.shutdownNow();
    }
  }

  /** Ends log-ins that have a row and others that do not. */
  private static Callable<Set<String>> ender(
      JdbcLoginStore store, int number, AtomicInteger atWork) {
    return () -> {
      try {
        Set<String> ended = new HashSet<>();
        for (int i = 0; i < ENDINGS; i++) {
          String id = "0." + number + "-" + i;
          store.add(login(id, "ada", LATER));
          store.end(List.of(id, id + "x"), LATER);
          ended.add(id);
          ended.add(id + "x");
        }
        return ended;
      } finally {
        atWork.decrementAndGet();
      }
    };
  }

  @Test
  @DisplayName("L3 more log-ins than one statement holds end together")
  void many() {
    try (var pool = Database.POSTGRESQL.pool()) {
      JdbcLoginStore store = store(pool, Database.freshTable(), Clock.systemUTC());
      List<String> ids = IntStream.range(0, 250).mapToObj(i -> "0." + i).toList();
      ids.forEach(id -> store.add(login(id, "ada", LATER)));
      String before = store.endedSince(null).cursor();
      store.end(ids, LATER);
      assertThat(store.endedSince(before).ended()).containsOnlyKeys(ids);
      assertThat(store.find("ada")).isEmpty();
    }
  }

  @ParameterizedTest
  @EnumSource(Database.class)
  @DisplayName("L3 after the table was lost, a server gets the later endings")
  void dataLost(Database database) {
    try (var pool = database.pool()) {
      String table = Database.freshTable();
      var clock = new MutableClock(NOW);
      JdbcLoginStore store = store(pool, table, clock);
      for (int i = 0; i < 20; i++) {
        store.end(List.of("0.before" + i), LATER);
        store.endEveryone();
      }
      EndedLogins last = store.endedSince(null);
      new Query(pool).run("DELETE FROM " + table);
      clock.advance(Duration.ofSeconds(1));
      store.end(List.of("0.after"), LATER);
      store.endEveryone();
      EndedLogins news = store.endedSince(last.cursor());
      assertThat(news.ended()).containsOnlyKeys("0.after");
      assertThat(news.generation()).isGreaterThan(last.generation());
    }
  }

  @ParameterizedTest
  @EnumSource(Database.class)
  @DisplayName("L4 names that differ in case or in blanks at the end are different users")
  void names(Database database) {
    try (var pool = database.pool()) {
      JdbcLoginStore store = store(pool, Database.freshTable(), Clock.systemUTC());
      List<String> names = List.of("ada", "Ada", "ada ", "\u00e4da", "a\u0308da");
      for (int i = 0; i < names.size(); i++) {
        store.add(login("0." + i, names.get(i), LATER));
      }
      for (int i = 0; i < names.size(); i++) {
        assertThat(store.find(names.get(i))).extracting(LoginRecord::id).containsExactly("0." + i);
      }
    }
  }

  @ParameterizedTest
  @EnumSource(Database.class)
  @DisplayName("T7 L3 rows are deleted when no token of the log-in can be valid, and counters stay")
  void cleanup(Database database) {
    try (var pool = database.pool()) {
      String table = Database.freshTable();
      var clock = new MutableClock(NOW);
      JdbcLoginStore store = store(pool, table, clock);
      Instant soon = NOW.plus(Duration.ofMinutes(5));
      store.add(login("0.expiring", "ada", soon));
      store.end(List.of("0.ended"), soon);
      store.endEveryone();
      store.add(login("0.used", "ada", soon));
      store.use(List.of(new LoginUse("0.used", "ada", NOW, LATER)));
      long generation = store.endedSince(null).generation();
      assertThat(store.isEnded("0.ended")).isTrue();
      clock.advance(Duration.ofMinutes(5));
      assertThat(store.isEnded("0.ended")).isFalse();
      assertThat(store.endedSince(null).ended()).isEmpty();
      clock.advance(Duration.ofMinutes(15));
      store.add(login("0.new", "bob", LATER));
      List<String> ids = new ArrayList<>();
      ids.add(new Query(pool).text("SELECT MIN(id) FROM " + table + " WHERE id LIKE '0%'"));
      ids.add(new Query(pool).text("SELECT MAX(id) FROM " + table));
      assertThat(ids).containsExactly("0.new", "0.used");
      assertThat(new Query(pool).number("SELECT COUNT(*) FROM " + table)).isEqualTo(4);
      assertThat(store.endedSince(null).generation()).isEqualTo(generation);
    }
  }

  @ParameterizedTest
  @EnumSource(Database.class)
  @DisplayName("C25 a missing table is a fault at deployment, and the message names the script")
  void missingTable(Database database) {
    try (var pool = database.pool()) {
      var store = new JdbcLoginStore(pool, "nowhere", Database.TIMEOUT, Clock.systemUTC(), false);
      assertThatIllegalStateException()
          .isThrownBy(store::check)
          .withMessageContaining("The table does not exist")
          .withMessageContaining("dev/signet/store/jdbc");
      assertThatThrownBy(() -> store.find("ada"))
          .isInstanceOf(SessionStoreException.class)
          .hasMessageContaining("could not find log-ins")
          .hasMessageNotContaining("ada");
    }
  }

  @Test
  @DisplayName("T9 L3 without a right, a refused log-out names it and leaves the log-in as it was")
  void withoutRight() {
    try (var pool = Database.POSTGRESQL.pool()) {
      String table = Database.freshTable();
      JdbcLoginStore store = store(pool, table, Clock.systemUTC());
      store.add(login("0.kept", "eve", LATER));
      try (var weak = Database.userPool(table, "SELECT, INSERT")) {
        assertThatThrownBy(
                () -> store(weak, table, Clock.systemUTC()).end(List.of("0.kept"), LATER))
            .isInstanceOf(SessionStoreException.class)
            .hasMessageContaining("Grant SELECT, INSERT, UPDATE and DELETE on the table.");
      }
      assertThat(store.isEnded("0.kept")).isFalse();
      assertThat(store.find("eve")).hasSize(1);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"id LIKE '0%'", "id LIKE '#%'"})
  @Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
  @DisplayName("T9 L3 a log-out whose rows the database hides fails with the cause")
  void hiddenRows(String visible) {
    try (var pool = Database.POSTGRESQL.pool()) {
      String table = Database.freshTable();
      JdbcLoginStore store = store(pool, table, Clock.systemUTC());
      store.add(login("0.kept", "eve", LATER));
      store.end(List.of("0.other"), LATER);
      try (var user = Database.userPool(table, "SELECT, INSERT, UPDATE, DELETE")) {
        var admin = new Query(pool);
        admin.run("ALTER TABLE %s ENABLE ROW LEVEL SECURITY".formatted(table));
        admin.run("CREATE POLICY reading ON %s FOR SELECT USING (true)".formatted(table));
        admin.run("CREATE POLICY adding ON %s FOR INSERT WITH CHECK (true)".formatted(table));
        admin.run("CREATE POLICY changing ON %s FOR UPDATE USING (%s)".formatted(table, visible));
        JdbcLoginStore limited = store(user, table, Clock.systemUTC());
        assertThatThrownBy(() -> limited.end(List.of("0.kept"), LATER))
            .isInstanceOf(SessionStoreException.class)
            .hasMessageContaining("could not end log-ins")
            .hasMessageContaining("A row exists, and its update reports no row.")
            .hasMessageContaining("Check the row security of the table")
            .hasMessageNotContaining("0.kept");
      }
    }
  }

  @ParameterizedTest
  @EnumSource(Database.class)
  @DisplayName("L4 a thousand uses are recorded together")
  void manyUses(Database database) {
    try (var pool = database.pool()) {
      JdbcLoginStore store = store(pool, Database.freshTable(), Clock.systemUTC());
      List<LoginUse> uses = uses();
      uses.stream().limit(20).forEach(use -> store.add(login(use.id(), "ada", LATER)));
      store.use(uses);
      store.use(List.of());
      assertThat(store.find("ada"))
          .hasSize(20)
          .allSatisfy(login -> assertThat(login.lastSeen()).isEqualTo(NOW.plusSeconds(70)));
    }
  }

  private static List<LoginUse> uses() {
    return IntStream.range(0, 1000)
        .mapToObj(i -> new LoginUse("0." + i, "ada", NOW.plusSeconds(70), LATER))
        .toList();
  }

  @Test
  @DisplayName("L4 T5 a thousand uses take a few round trips")
  void roundTripsOfUses() throws Exception {
    try (TcpProxy proxy = TcpProxy.to(Database.postgres().port());
        var pool =
            Database.pool(Database.postgres().dataSource(proxy.port()), 1, Database.TIMEOUT)) {
      JdbcLoginStore store = store(pool, Database.freshTable(), Clock.systemUTC());
      store.add(login("0.1", "ada", LATER));
      int before = proxy.roundTrips();
      store.use(uses());
      assertThat(proxy.roundTrips() - before).isBetween(1, 50);
    }
  }

  @Test
  @DisplayName("T9 L4 without a right, a use that is refused names it and no id")
  void useWithoutRight() {
    try (var pool = Database.POSTGRESQL.pool()) {
      String table = Database.freshTable();
      store(pool, table, Clock.systemUTC()).check();
      try (var weak = Database.userPool(table, "SELECT, INSERT")) {
        assertThatThrownBy(() -> store(weak, table, Clock.systemUTC()).use(uses()))
            .isInstanceOf(SessionStoreException.class)
            .hasMessageContaining("Grant SELECT, INSERT, UPDATE and DELETE on the table.")
            .hasMessageNotContaining("0.1")
            .hasNoCause();
      }
    }
  }
}
