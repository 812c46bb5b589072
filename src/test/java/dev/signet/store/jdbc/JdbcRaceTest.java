package dev.signet.store.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signet.spi.SessionId;
import dev.signet.spi.SessionRecord;
import dev.signet.spi.SessionUpdate;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Two or more at once, at the same session, on two stores over one table. */
class JdbcRaceTest {

  private static final int UPDATES = 1000;
  private static final int RACES = 300;
  private static final Duration HOUR = Duration.ofHours(1);

  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final CyclicBarrier start = new CyclicBarrier(2);

  @AfterEach
  void end() {
    threads.shutdownNow();
  }

  private <T> Future<T> atOnce(Callable<T> action) {
    return threads.submit(
        () -> {
          start.await();
          return action.call();
        });
  }

  private static SessionUpdate put(SessionRecord base, String name, int value) {
    return new SessionUpdate(base, Map.of(name, String.valueOf(value)), Set.of(), base.expiresAt());
  }

  private static JdbcStore otherNode(DatabaseFixture fixture) {
    return new JdbcStore(fixture.pool(), fixture.table(), Database.TIMEOUT, fixture.clock());
  }

  private static SessionRecord created(DatabaseFixture fixture, SessionId id) {
    var session = new SessionRecord(Map.of("name", "\"Ada\""), fixture.in(HOUR));
    fixture.store().create(id, session);
    return session;
  }

  @ParameterizedTest
  @EnumSource(Database.class)
  @DisplayName("T3 two concurrent updates of different attributes both win")
  void bothUpdatesWin(Database database) throws Exception {
    try (var fixture = database.fixture()) {
      JdbcStore other = otherNode(fixture);
      SessionId id = Ids.fresh();
      SessionRecord base = created(fixture, id);

      for (int i = 0; i < UPDATES; i++) {
        var left = put(base, "left", i);
        var right = put(base, "right", i);
        Future<Boolean> first = atOnce(() -> fixture.store().update(id, left));
        Future<Boolean> second = atOnce(() -> other.update(id, right));
        assertThat(first.get()).isTrue();
        assertThat(second.get()).isTrue();

        base = fixture.store().load(id).orElseThrow();
        assertThat(base.attributes())
            .containsEntry("left", String.valueOf(i))
            .containsEntry("right", String.valueOf(i))
            .containsEntry("name", "\"Ada\"");
      }
    }
  }

  @ParameterizedTest
  @EnumSource(Database.class)
  @DisplayName("T3 eight concurrent writers of a session lose no change")
  void manyUpdatesWin(Database database) throws Exception {
    try (var fixture = database.fixture()) {
      int writers = 8;
      int each = 25;
      SessionId id = Ids.fresh();
      SessionRecord base = created(fixture, id);
      var crowd = new CyclicBarrier(writers);

      var done =
          IntStream.range(0, writers)
              .mapToObj(
                  writer ->
                      threads.submit(
                          () -> {
                            crowd.await();
                            for (int i = 0; i < each; i++) {
                              var change = put(base, writer + "." + i, i);
                              assertThat(fixture.store().update(id, change)).isTrue();
                            }
                            return true;
                          }))
              .toList();
      for (Future<Boolean> writer : done) {
        assertThat(writer.get()).isTrue();
      }

      assertThat(fixture.store().load(id).orElseThrow().attributes()).hasSize(1 + writers * each);
    }
  }

  @ParameterizedTest
  @EnumSource(Database.class)
  @DisplayName("T4 an update or move concurrent with a deletion brings nothing back")
  void nothingComesBack(Database database) throws Exception {
    try (var fixture = database.fixture()) {
      JdbcStore other = otherNode(fixture);
      for (int i = 0; i < RACES; i++) {
        SessionId id = Ids.fresh();
        SessionId next = i % 2 == 0 ? id : Ids.fresh();
        var change = put(created(fixture, id), "a", i);

        Future<Boolean> changed =
            atOnce(() -> next.equals(id) ? other.update(id, change) : other.move(id, next, change));
        Future<?> deleted =
            atOnce(
                () -> {
                  fixture.store().delete(id);
                  return true;
                });
        deleted.get();

        boolean movedBefore = changed.get() && !next.equals(id);
        assertThat(fixture.store().load(id)).isEmpty();
        assertThat(fixture.store().load(next).isPresent()).isEqualTo(movedBefore);
      }
    }
  }

  @ParameterizedTest
  @EnumSource(Database.class)
  @DisplayName("T8 a move wins over a concurrent update, and no change is lost silently")
  void oneSessionComesOutOfAMove(Database database) throws Exception {
    try (var fixture = database.fixture()) {
      JdbcStore other = otherNode(fixture);
      for (int i = 0; i < RACES; i++) {
        SessionId id = Ids.fresh();
        SessionId next = Ids.fresh();
        SessionRecord base = created(fixture, id);
        var left = put(base, "left", i);
        var right = put(base, "right", i);

        Future<Boolean> updated = atOnce(() -> other.update(id, left));
        Future<Boolean> moved = atOnce(() -> fixture.store().move(id, next, right));

        assertThat(moved.get()).isTrue();
        assertThat(fixture.store().load(id)).isEmpty();
        assertThat(fixture.store().load(next).orElseThrow().attributes())
            .containsKey("right")
            .matches(found -> found.containsKey("left") == isTrue(updated));
      }
    }
  }

  @ParameterizedTest
  @EnumSource(Database.class)
  @DisplayName("T8 one of two concurrent moves wins")
  void oneMoveWins(Database database) throws Exception {
    try (var fixture = database.fixture()) {
      JdbcStore other = otherNode(fixture);
      for (int i = 0; i < RACES; i++) {
        SessionId id = Ids.fresh();
        SessionId one = Ids.fresh();
        SessionId two = Ids.fresh();
        var change = put(created(fixture, id), "a", i);

        Future<Boolean> first = atOnce(() -> other.move(id, one, change));
        Future<Boolean> second = atOnce(() -> fixture.store().move(id, two, change));

        assertThat(first.get()).isNotEqualTo(second.get());
        assertThat(fixture.store().load(one).isPresent()).isEqualTo(first.get());
        assertThat(fixture.store().load(two).isPresent()).isEqualTo(second.get());
      }
    }
  }

  private static boolean isTrue(Future<Boolean> answer) {
    try {
      return answer.get();
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }
}
