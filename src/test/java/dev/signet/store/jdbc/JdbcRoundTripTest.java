package dev.signet.store.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signet.spi.SessionId;
import dev.signet.spi.SessionRecord;
import dev.signet.spi.SessionUpdate;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Counted on the wire to PostgreSQL. */
class JdbcRoundTripTest {

  private TcpProxy proxy;
  private DatabaseFixture fixture;
  private SessionId id;
  private SessionRecord base;

  @BeforeEach
  void start() throws IOException {
    proxy = TcpProxy.to(Database.postgres().port());
    var source = Database.postgres().dataSource(proxy.port());
    fixture = Database.fixture(Database.pool(source, 1, Database.TIMEOUT));
    id = Ids.fresh();
    base = new SessionRecord(Map.of("name", "\"Ada\""), fixture.in(Duration.ofHours(1)));
    fixture.store().create(id, base);
  }

  @AfterEach
  void end() throws IOException {
    fixture.close();
    proxy.close();
  }

  private int roundTrips(Runnable operation) {
    int before = proxy.roundTrips();
    operation.run();
    return proxy.roundTrips() - before;
  }

  private SessionUpdate put(String name) {
    return new SessionUpdate(base, Map.of(name, "1"), Set.of(), base.expiresAt());
  }

  @Test
  @DisplayName("T5 each operation is one round trip")
  void oneRoundTrip() {
    assertThat(roundTrips(() -> fixture.store().load(id))).isOne();
    assertThat(roundTrips(() -> fixture.store().load(Ids.fresh()))).isOne();
    assertThat(roundTrips(() -> fixture.store().create(Ids.fresh(), base))).isOne();
    assertThat(roundTrips(() -> fixture.store().update(id, put("a")))).isOne();
    base = fixture.store().load(id).orElseThrow();
    SessionId next = Ids.fresh();
    assertThat(roundTrips(() -> fixture.store().move(id, next, put("b")))).isOne();
    assertThat(roundTrips(() -> fixture.store().wasMoved(id))).isOne();
    assertThat(roundTrips(() -> fixture.store().delete(next))).isOne();
  }

  @Test
  @DisplayName("T5 a session of 50,000 characters takes one round trip")
  void longSessionToo() {
    var large =
        new SessionRecord(Map.of("text", "\"" + "x".repeat(50_000) + "\""), base.expiresAt());
    SessionId other = Ids.fresh();

    assertThat(roundTrips(() -> fixture.store().create(other, large))).isOne();
    assertThat(roundTrips(() -> fixture.store().load(other))).isOne();
  }

  @Test
  @DisplayName("T3 T5 an update after a concurrent change takes two more round trips")
  void contentionTakesTwoMore() {
    fixture.store().update(id, put("a"));

    assertThat(roundTrips(() -> fixture.store().update(id, put("b")))).isEqualTo(3);
  }

  @Test
  @DisplayName("T5 T7 writes delete expired sessions once a minute")
  void sweepIsAnotherOnceAMinute() {
    fixture.clock().advance(Duration.ofSeconds(59));
    assertThat(roundTrips(() -> fixture.store().create(Ids.fresh(), base))).isOne();
    fixture.clock().advance(Duration.ofSeconds(1));

    assertThat(roundTrips(() -> fixture.store().create(Ids.fresh(), base))).isEqualTo(2);
    assertThat(roundTrips(() -> fixture.store().create(Ids.fresh(), base))).isOne();
  }
}
