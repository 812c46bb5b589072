package dev.signet.login;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import dev.signet.LogIn;
import dev.signet.Logins.ActiveLogin;
import dev.signet.Session;
import dev.signet.SessionEvent;
import dev.signet.SessionEvent.RejectionReason;
import dev.signet.core.RequestSession;
import dev.signet.spi.SessionStore;
import dev.signet.store.memory.MemoryLoginStore;
import dev.signet.store.memory.MemoryStore;
import dev.signet.testing.MutableClock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A log-out on one of two servers, whose clocks differ by a minute. */
class LogOutHoldsTest {

  private static final Instant NOW = Instant.parse("2026-11-21T08:00:00Z");

  /** Two servers, with sessions in the cookie or in a store. */
  record Servers(TestServer a, TestServer b) {

    static Servers of(boolean stored) {
      var clock = new MutableClock(NOW);
      SessionStore store = stored ? new MemoryStore(1000, clock) : null;
      return of(store, clock);
    }

    private static Servers of(@Nullable SessionStore store, MutableClock clock) {
      var logins = new MemoryLoginStore(1000, clock);
      return new Servers(
          new TestServer(logins, clock, store),
          new TestServer(logins, new MutableClock(NOW.minusSeconds(59)), store));
    }

    void advance(Duration time) {
      a.clock.advance(time);
      b.clock.advance(time);
    }

    @Override
    public String toString() {
      return "servers";
    }
  }

  static Stream<Servers> servers() {
    return Stream.of(Servers.of(false), Servers.of(true));
  }

  @ParameterizedTest
  @MethodSource("servers")
  @DisplayName("L3 a log-out ends every copy of the cookie, elsewhere within the delay")
  void copiesEnd(Servers servers) {
    String cookie = servers.a().logIn("ada");
    String rewritten = servers.b().visit(cookie, session -> session.put("a", 1));
    assertThat(servers.b().accepts(rewritten)).isTrue();
    servers.a().visit(cookie, Session::delete);
    assertThat(servers.a().accepts(cookie)).as("at once on the same server").isFalse();
    assertThat(servers.a().accepts(rewritten)).isFalse();
    servers.advance(TestServer.DELAY);
    assertThat(servers.b().accepts(cookie)).isFalse();
    assertThat(servers.b().accepts(rewritten)).isFalse();
    assertThat(servers.b().request(rewritten).get("a")).as("attributes end too").isNull();
    servers.advance(Duration.ofDays(13));
    assertThat(servers.b().accepts(rewritten)).isFalse();
    assertThat(servers.a().events)
        .contains(new SessionEvent.Destroyed(SessionEvent.DestroyCause.DELETED));
  }

  @ParameterizedTest
  @MethodSource("servers")
  @DisplayName("L4 a request in flight never revives an ended log-in")
  void requestInFlight(Servers servers) {
    String cookie = servers.a().logIn("ada");
    RequestSession inFlight = servers.b().request(cookie);
    inFlight.put("late", 1);
    servers.a().visit(cookie, Session::delete);
    servers.advance(TestServer.DELAY);
    String late = TestServer.answer(inFlight, cookie);
    assertThat(servers.a().accepts(late)).isFalse();
    assertThat(servers.b().accepts(late)).isFalse();
    servers.advance(Duration.ofDays(13));
    assertThat(servers.a().accepts(late)).isFalse();
  }

  @ParameterizedTest
  @MethodSource("servers")
  @DisplayName("L3 a log-in within the second of the log-out holds, and the old one does not")
  void sameSecond(Servers servers) {
    String old = servers.a().logIn("ada");
    servers.a().visit(old, Session::delete);
    String again = servers.a().logIn("ada");
    servers.advance(TestServer.DELAY);
    for (TestServer server : List.of(servers.a(), servers.b())) {
      assertThat(server.accepts(old)).isFalse();
      assertThat(server.accepts(again)).isTrue();
    }
  }

  @ParameterizedTest
  @MethodSource("servers")
  @DisplayName("L3 clear(), another log-in and another user end the log-in before")
  void otherWaysToEnd(Servers servers) {
    TestServer a = servers.a();
    String cleared = a.logIn("ada");
    a.visit(cleared, Session::clear);
    assertThat(a.accepts(cleared)).isFalse();
    String kept = a.logIn("ada");
    a.visit(
        kept,
        session -> {
          session.clear();
          session.put("a", 1);
        });
    assertThat(a.accepts(kept)).isFalse();
    String first = a.logIn("ada");
    String second = a.visit(first, session -> session.logIn("ada", Set.of()));
    assertThat(a.accepts(first)).isFalse();
    assertThat(a.accepts(second)).isTrue();
    String bob = a.visit(second, session -> session.logIn("bob", Set.of()));
    assertThat(a.accepts(second)).isFalse();
    assertThat(a.accepts(bob)).isTrue();
    String renewed = a.visit(bob, Session::renew);
    assertThat(a.accepts(renewed)).as("renew() does not end it").isTrue();
    RequestSession failing = a.request(renewed);
    failing.delete();
    failing.decide(true);
    assertThat(a.accepts(renewed)).as("a 500 does not end it").isTrue();
  }

  @ParameterizedTest
  @MethodSource("servers")
  @DisplayName("L4 Logins lists the log-ins of a user with device and last use")
  void list(Servers servers) {
    TestServer a = servers.a();
    String phone =
        Objects.requireNonNull(
            a.visit(null, session -> session.logIn(LogIn.of("ada").device("phone\n"))));
    servers.advance(Duration.ofMinutes(2));
    String desk = a.visit(null, session -> session.logIn(LogIn.of("ada").device("desk")));
    a.logIn("bob");
    assertThat(a.logins(desk).of("ada"))
        .extracting(login -> login.device().orElse(""), ActiveLogin::isCurrent)
        .containsExactly(tuple("desk", true), tuple("phone", false));
    servers.advance(Duration.ofMinutes(2));
    assertThat(a.accepts(phone)).isTrue();
    servers.advance(Duration.ofMinutes(2));
    assertThat(a.accepts(desk)).as("reports the uses before").isTrue();
    ActiveLogin listed = a.logins(phone).of("ada").get(1);
    assertThat(listed.since()).isEqualTo(NOW);
    assertThat(listed.lastSeen()).isEqualTo(NOW.plus(Duration.ofMinutes(4)));
    assertThat(listed.isCurrent()).isTrue();
    assertThat(listed).hasToString("ActiveLogin[]");
    servers.advance(Duration.ofDays(20));
    assertThat(a.logins(null).of("ada")).as("expired").isEmpty();
  }

  @ParameterizedTest
  @MethodSource("servers")
  @DisplayName("L4 a log-in that another server extended last is still known at its end")
  void extended(Servers servers) {
    TestServer a = servers.a();
    String cookie = a.logIn("ada");
    servers.advance(Duration.ofDays(14).minusMinutes(2));
    String bob = a.logIn("bob");
    assertThat(a.accepts(bob)).as("reports the uses of this minute").isTrue();
    servers.advance(Duration.ofSeconds(1));
    String extended = a.visit(cookie, session -> session.put("a", 1)); // the last request to a
    servers.advance(Duration.ofDays(7));
    assertThat(servers.b().logins(null).of("ada")).hasSize(1);
    servers.b().logins(null).endAll("ada");
    assertThat(servers.b().accepts(extended)).isFalse();
  }

  @ParameterizedTest
  @MethodSource("servers")
  @DisplayName("L4 Logins ends one, the others, all of a user, or all")
  void end(Servers servers) {
    TestServer a = servers.a();
    String one = a.logIn("ada");
    String two = a.logIn("ada");
    String three = a.logIn("ada");
    String bob = a.logIn("bob");
    String id = Objects.requireNonNull(a.request(one).loginId());
    assertThat(a.logins(bob).end(id)).as("of another user").isFalse();
    assertThat(a.accepts(one)).isTrue();
    assertThat(a.logins(two).end(id)).isTrue();
    assertThat(a.logins(two).end(id)).as("twice").isFalse();
    assertThat(a.accepts(one)).isFalse();
    a.logins(two).endOthers();
    assertThat(a.accepts(two)).isTrue();
    assertThat(a.accepts(three)).isFalse();
    a.logins(bob).endAll("ada");
    assertThat(a.accepts(two)).isFalse();
    assertThat(a.accepts(bob)).isTrue();
    a.logins(null).endEveryone();
    String again = a.logIn("bob");
    String atB = servers.b().logIn("bob");
    assertThat(a.accepts(bob)).isFalse();
    servers.advance(TestServer.DELAY);
    assertThat(servers.b().accepts(bob)).isFalse();
    for (TestServer server : List.of(a, servers.b())) {
      assertThat(server.accepts(again)).as("a log-in within the same second").isTrue();
      assertThat(server.accepts(atB)).isTrue();
    }
    assertThat(a.logins(null).of("bob")).hasSize(2);
  }

  @ParameterizedTest
  @MethodSource("servers")
  @DisplayName("L3 the reason for the rejection of a copy is LOGGED_OUT")
  void reason(Servers servers) {
    String cookie = servers.a().logIn("ada");
    servers.a().logins(null).endAll("ada");
    assertThat(servers.a().accepts(cookie)).isFalse();
    assertThat(servers.a().events)
        .last()
        .isEqualTo(new SessionEvent.CookieRejected(RejectionReason.LOGGED_OUT));
  }
}
