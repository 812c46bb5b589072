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

  private Relay relay;
  private Database.Site site;
  private SessionId id;
  private SessionRecord base;

  @BeforeEach
  void start() throws IOException {
    relay = Relay.to(Database.postgres().port());
    var source = Database.postgres().dataSource(relay.port());
    site = Database.site(Database.pool(source, 1, Database.TIMEOUT));
    id = Ids.fresh();
    base = new SessionRecord(Map.of("name", "\"Ada\""), site.in(Duration.ofHours(1)));
    site.store().create(id, base);
  }

  @AfterEach
  void end() throws IOException {
    site.close();
    relay.close();
  }

  private int roundTrips(Runnable operation) {
    int before = relay.roundTrips();
    operation.run();
    return relay.roundTrips() - before;
  }

  private SessionUpdate put(String name) {
    return new SessionUpdate(base, Map.of(name, "1"), Set.of(), base.expiresAt());
  }

  @Test
  @DisplayName("T5 each operation is one round trip")
  void oneRoundTrip() {
    assertThat(roundTrips(() -> site.store().load(id))).isOne();
    assertThat(roundTrips(() -> site.store().load(Ids.fresh()))).isOne();
    assertThat(roundTrips(() -> site.store().create(Ids.fresh(), base))).isOne();
    assertThat(roundTrips(() -> site.store().update(id, put("a")))).isOne();
    base = site.store().load(id).orElseThrow();
    SessionId next = Ids.fresh();
    assertThat(roundTrips(() -> site.store().move(id, next, put("b")))).isOne();
    assertThat(roundTrips(() -> site.store().delete(next))).isOne();
  }

  @Test
  @DisplayName("T5 a session of 50,000 characters takes no more")
  void longSessionToo() {
    var large =
        new SessionRecord(Map.of("text", "\"" + "x".repeat(50_000) + "\""), base.expiresAt());
    SessionId other = Ids.fresh();

    assertThat(roundTrips(() -> site.store().create(other, large))).isOne();
    assertThat(roundTrips(() -> site.store().load(other))).isOne();
  }

  @Test
  @DisplayName("T3 T5 an update of what somebody else changed takes two more")
  void contentionTakesTwoMore() {
    site.store().update(id, put("a"));

    assertThat(roundTrips(() -> site.store().update(id, put("b")))).isEqualTo(3);
  }

  @Test
  @DisplayName("T5 T7 a writer looks for expired sessions once a minute")
  void sweepIsAnotherOnceAMinute() {
    site.clock().advance(Duration.ofSeconds(59));
    assertThat(roundTrips(() -> site.store().create(Ids.fresh(), base))).isOne();
    site.clock().advance(Duration.ofSeconds(1));

    assertThat(roundTrips(() -> site.store().create(Ids.fresh(), base))).isEqualTo(2);
    assertThat(roundTrips(() -> site.store().create(Ids.fresh(), base))).isOne();
  }
}
