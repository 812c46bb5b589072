package dev.signet.store.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.signet.SessionStoreException;
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

/** The database did it, and the connection broke before it could say so. */
class JdbcLostAnswerTest {

  private TcpProxy proxy;
  private DatabaseFixture fixture;
  private SessionRecord session;

  @BeforeEach
  void start() throws IOException {
    proxy = TcpProxy.to(Database.postgres().port());
    var source = Database.postgres().dataSource(proxy.port());
    fixture = Database.fixture(Database.pool(source, 2, Database.TIMEOUT));
    session = new SessionRecord(Map.of("name", "\"Ada\""), fixture.in(Duration.ofHours(1)));
  }

  @AfterEach
  void end() throws IOException {
    fixture.close();
    proxy.close();
  }

  private SessionId created() {
    SessionId id = Ids.fresh();
    fixture.store().create(id, session);
    return id;
  }

  private SessionUpdate change() {
    return new SessionUpdate(session, Map.of("a", "1"), Set.of("name"), session.expiresAt());
  }

  private Map<String, String> kept(SessionId id) {
    return fixture.store().load(id).orElseThrow().attributes();
  }

  @Test
  @DisplayName("T6 load is repeated after a lost answer")
  void load() {
    SessionId id = created();
    proxy.loseNextAnswer();

    assertThat(kept(id)).isEqualTo(session.attributes());
  }

  @Test
  @DisplayName("T6 create is repeated after a lost answer without a duplicate")
  void create() {
    created();
    proxy.loseNextAnswer();
    SessionId id = created();

    assertThat(kept(id)).isEqualTo(session.attributes());
    assertThat(fixture.rows()).isEqualTo(2);
  }

  @Test
  @DisplayName("T6 update is repeated after a lost answer")
  void update() {
    SessionId id = created();
    proxy.loseNextAnswer();

    assertThat(fixture.store().update(id, change())).isTrue();
    assertThat(kept(id)).isEqualTo(Map.of("a", "1"));
  }

  @Test
  @DisplayName("T6 T8 move is recognised as done after a lost answer")
  void move() {
    SessionId id = created();
    SessionId next = Ids.fresh();
    proxy.loseNextAnswer();

    assertThat(fixture.store().move(id, next, change())).isTrue();
    assertThat(kept(next)).isEqualTo(Map.of("a", "1"));
    assertThat(fixture.store().load(id)).isEmpty();
  }

  @Test
  @DisplayName("T4 T6 the move of an absent session stays without effect after a lost answer")
  void moveOfNothing() {
    created();
    proxy.loseNextAnswer();

    assertThat(fixture.store().move(Ids.fresh(), Ids.fresh(), change())).isFalse();
  }

  @Test
  @DisplayName("T6 T8 delete is repeated after a lost answer")
  void delete() {
    SessionId id = created();
    proxy.loseNextAnswer();

    fixture.store().delete(id);

    assertThat(fixture.store().load(id)).isEmpty();
  }

  @Test
  @DisplayName("K1 creating an existing ID is an error that does not show it")
  void takenId() {
    SessionId id = created();
    var other = new SessionRecord(Map.of("secret", "\"x\""), session.expiresAt());

    assertThatThrownBy(() -> fixture.store().create(id, other))
        .isInstanceOf(SessionStoreException.class)
        .hasMessageContaining("create a session")
        .hasMessageContaining("23505")
        .hasMessageNotContaining(id.value())
        .hasNoCause();
    assertThat(kept(id)).isEqualTo(session.attributes());
  }
}
