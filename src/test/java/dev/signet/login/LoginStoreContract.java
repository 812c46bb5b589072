package dev.signet.login;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signet.Session;
import dev.signet.spi.EndedLogins;
import dev.signet.spi.LoginRecord;
import dev.signet.spi.LoginStore;
import dev.signet.spi.LoginUse;
import dev.signet.testing.MutableClock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** The promises of a registry of log-ins, on its real server. */
@SuppressWarnings("TimeInStaticInitializer") // the server has a clock of its own
public interface LoginStoreContract {

  Instant NOW = Instant.ofEpochSecond(Instant.now().getEpochSecond());
  Instant LATER = NOW.plus(Duration.ofDays(30));

  /** Returns a connection to the one registry; each call may return another one. */
  LoginStore store();

  private static String id() {
    return "0." + UUID.randomUUID().toString().substring(0, 16);
  }

  private static LoginRecord login(String id, String name) {
    return new LoginRecord(id, name, NOW, NOW, "a b\u00e9:\"", LATER);
  }

  @Test
  @DisplayName("L4 a log-in is found by name with everything that was stored")
  default void find() {
    String name = "ada \u00e9{}:" + id();
    LoginRecord one = login(id(), name);
    LoginRecord two = new LoginRecord(id(), name, NOW, NOW, "", LATER);
    store().add(one);
    store().add(one);
    store().add(two);
    assertThat(store().find(name)).containsExactlyInAnyOrder(one, two);
    assertThat(store().find(name + "x")).isEmpty();
  }

  @Test
  @DisplayName("L4 a use changes the last use and the expiry of a log-in that exists")
  default void use() {
    String name = id();
    LoginRecord login = login(id(), name);
    store().add(login);
    var use = new LoginUse(login.id(), name, NOW.plusSeconds(70), LATER.plusSeconds(70));
    store().use(List.of(use, new LoginUse(id(), name, NOW, LATER)));
    assertThat(store().find(name)).containsExactly(login.used(use));
  }

  @Test
  @DisplayName("L4 a use does not shorten a log-in that another server has extended")
  default void earlierUse() {
    String name = id();
    LoginRecord login = login(id(), name);
    store().add(login);
    store().use(List.of(new LoginUse(login.id(), name, NOW, LATER.minusSeconds(70))));
    assertThat(store().find(name)).containsExactly(login);
  }

  @Test
  @DisplayName("L4 an expired log-in is not found")
  default void expired() {
    String name = id();
    store().add(new LoginRecord(id(), name, NOW, NOW, "", NOW.minusSeconds(70)));
    store().add(login(id(), name));
    assertThat(store().find(name)).hasSize(1);
  }

  @Test
  @DisplayName("L3 L4 an ended log-in is in later answers, is not found and never comes back")
  default void end() {
    String name = id();
    LoginRecord login = login(id(), name);
    store().add(login);
    String before = store().endedSince(null).cursor();
    String other = id();
    store().end(List.of(login.id(), other), LATER);
    EndedLogins news = store().endedSince(before);
    assertThat(news.ended()).containsEntry(login.id(), LATER).containsEntry(other, LATER);
    assertThat(store().endedSince(news.cursor()).ended()).doesNotContainKey(login.id());
    assertThat(store().endedSince(null).ended()).containsKey(login.id());
    assertThat(store().isEnded(login.id())).isTrue();
    assertThat(store().isEnded(id())).isFalse();
    store().add(login);
    store().use(List.of(new LoginUse(login.id(), name, NOW, LATER)));
    assertThat(store().find(name)).isEmpty();
    store().end(List.of(login.id()), LATER.plusSeconds(1));
    assertThat(store().endedSince(news.cursor()).ended()).as("again").containsKey(login.id());
  }

  @Test
  @DisplayName("L4 the generation grows when all log-ins end")
  default void generation() {
    long before = store().endedSince(null).generation();
    store().endEveryone();
    EndedLogins now = store().endedSince(null);
    assertThat(now.generation()).isGreaterThan(before);
    assertThat(now.generation())
        .as("more than before a loss of data")
        .isGreaterThanOrEqualTo(NOW.toEpochMilli());
    assertThat(store().endedSince(now.cursor()).generation()).isEqualTo(now.generation());
  }

  @Test
  @DisplayName("L3 a log-out at one server holds at another one, whose clock differs by a minute")
  default void twoServers() {
    var a = new TestServer(store(), new MutableClock(Instant.now()), null);
    var b = new TestServer(store(), new MutableClock(Instant.now().minusSeconds(59)), null);
    String name = id();
    String cookie = a.logIn(name);
    String rewritten = b.visit(cookie, session -> session.put("a", 1));
    assertThat(b.accepts(rewritten)).isTrue();
    a.visit(cookie, Session::delete);
    String again = a.logIn(name);
    b.clock.advance(TestServer.DELAY);
    for (TestServer server : List.of(a, b)) {
      assertThat(server.accepts(cookie)).isFalse();
      assertThat(server.accepts(rewritten)).isFalse();
      assertThat(server.accepts(again)).isTrue();
    }
    b.logins(null).endEveryone();
    a.clock.advance(TestServer.DELAY);
    assertThat(a.accepts(again)).isFalse();
    assertThat(a.accepts(a.logIn(name))).isTrue();
  }
}
