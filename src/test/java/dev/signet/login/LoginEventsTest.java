package dev.signet.login;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import dev.signet.Logins;
import dev.signet.Session;
import dev.signet.SessionEvent;
import dev.signet.SessionEvent.Created;
import dev.signet.SessionEvent.Destroyed;
import dev.signet.SessionEvent.LogOutCause;
import dev.signet.SessionEvent.LoggedIn;
import dev.signet.SessionEvent.LoggedOut;
import dev.signet.SessionEvent.LoginConfirmed;
import dev.signet.core.RequestSession;
import dev.signet.spi.SessionStore;
import dev.signet.store.memory.MemoryLoginStore;
import dev.signet.store.memory.MemoryStore;
import dev.signet.testing.MutableClock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The events of log-ins, with sessions in the cookie and in a store. */
class LoginEventsTest {

  private final MutableClock clock = new MutableClock(Instant.parse("2026-11-21T08:00:00Z"));

  private TestServer server(boolean isStored, @Nullable Integer perUser) {
    SessionStore store = isStored ? new MemoryStore(1000, clock) : null;
    var rules =
        new LoginRules(
            TestServer.DELAY, false, perUser, Duration.ofDays(14), Duration.ofSeconds(2));
    return new TestServer(new MemoryLoginStore(1000, clock), clock, store, rules);
  }

  /** Returns the events of log-ins since the last call. */
  private static List<SessionEvent> news(TestServer server) {
    List<SessionEvent> found =
        server.events.stream()
            .filter(
                event ->
                    event instanceof LoggedIn
                        || event instanceof LoggedOut
                        || event instanceof LoginConfirmed)
            .toList();
    server.events.clear();
    return found;
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  @DisplayName("N3 L1 L6 log-in, another proof and log-out fire one event each")
  void ownSession(boolean isStored) {
    TestServer server = server(isStored, null);
    String cookie = server.logIn("ada");
    assertThat(server.events).containsExactly(new Created(), new LoggedIn());
    server.events.clear();
    server.visit(cookie, session -> session.put("a", 1));
    assertThat(news(server)).as("a change of attributes").isEmpty();
    clock.advance(Duration.ofMinutes(1));
    String confirmed = server.visit(cookie, Session::confirm);
    assertThat(news(server)).containsExactly(new LoginConfirmed());
    server.visit(confirmed, Session::delete);
    assertThat(news(server)).containsExactly(new LoggedOut(LogOutCause.SELF));
    server.visit(confirmed, session -> assertThat(session.caller()).isEmpty());
    assertThat(news(server)).as("a log-in ends once").isEmpty();
    String cleared = server.logIn("ada");
    news(server);
    server.visit(
        cleared,
        session -> {
          session.clear();
          session.put("a", 1);
        });
    assertThat(news(server)).containsExactly(new LoggedOut(LogOutCause.SELF));
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  @DisplayName("N3 a log-in in the same session, or beyond the number of log-ins, replaces one")
  void replaced(boolean isStored) {
    TestServer server = server(isStored, 2);
    String cookie = server.logIn("ada");
    news(server);
    String again = server.visit(cookie, session -> session.logIn("ada", Set.of()));
    assertThat(news(server)).containsExactly(new LoggedOut(LogOutCause.REPLACED), new LoggedIn());
    String bob = server.visit(again, session -> session.logIn("bob", Set.of()));
    assertThat(news(server)).containsExactly(new LoggedOut(LogOutCause.REPLACED), new LoggedIn());
    for (int i = 0; i < 2; i++) {
      clock.advance(Duration.ofSeconds(1));
      server.logIn("bob");
    }
    assertThat(server.accepts(bob)).isFalse();
    assertThat(news(server))
        .containsExactlyInAnyOrder(
            new LoggedIn(), new LoggedIn(), new LoggedOut(LogOutCause.REPLACED));
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  @DisplayName("N3 L4 log-ins that end through Logins fire events with who ended them")
  void throughLogins(boolean isStored) {
    TestServer server = server(isStored, null);
    String one = server.logIn("ada");
    String two = server.logIn("ada");
    String three = server.logIn("ada");
    String bob = server.logIn("bob");
    news(server);
    var other = new LoggedOut(LogOutCause.OTHER_DEVICE);
    var self = new LoggedOut(LogOutCause.SELF);
    var administrator = new LoggedOut(LogOutCause.ADMINISTRATOR);
    server.logins(one).end(String.valueOf(server.request(two).loginId()));
    assertThat(news(server)).containsExactly(other);
    server.logins(one).endOthers();
    assertThat(server.accepts(three)).isFalse();
    assertThat(news(server)).containsExactly(other);
    server.logIn("ada");
    news(server);
    server.logins(one).endAll("ada");
    assertThat(news(server)).as("everywhere").containsExactlyInAnyOrder(other, self);
    String mine = server.logIn("ada");
    news(server);
    server.logins(bob).endAll("ada");
    assertThat(server.accepts(mine)).isFalse();
    assertThat(news(server)).containsExactly(administrator);
    server.logins(null).endAll("bob");
    assertThat(news(server)).containsExactly(administrator);
    server.logIn("ada");
    server.logIn("bob");
    news(server);
    server.logins(null).endEveryone();
    assertThat(news(server)).as("one event for all").containsExactly(administrator);
  }

  @Test
  @DisplayName("N3 L5 a log-in whose time is over fires an event with the request that finds it")
  void timeout() {
    TestServer server = server(false, null);
    String cookie = server.logIn("ada");
    news(server);
    clock.advance(Duration.ofDays(14));
    assertThat(server.accepts(cookie)).isFalse();
    assertThat(news(server)).containsExactly(new LoggedOut(LogOutCause.TIMED_OUT));
    server.accepts(server.visit(null, session -> session.put("a", 1)));
    clock.advance(Duration.ofDays(14));
    assertThat(news(server)).as("without a caller").isEmpty();
  }

  @Test
  @DisplayName("N3 W7 a log-in of a response that fails is not an event, and one decision is one")
  void decidedTwice() {
    TestServer server = server(false, null);
    RequestSession failing = server.request(null);
    failing.logIn("ada", Set.of());
    failing.decide(true);
    assertThat(news(server)).isEmpty();
    RequestSession twice = server.request(null);
    twice.logIn("ada", Set.of());
    twice.decide(false);
    twice.decide(false);
    assertThat(news(server)).containsExactly(new LoggedIn());
    server.events.clear();
    RequestSession out = server.request(server.logIn("ada"));
    out.delete();
    out.decide(false);
    out.decide(false);
    assertThat(server.events)
        .endsWith(
            new Destroyed(SessionEvent.DestroyCause.DELETED), new LoggedOut(LogOutCause.SELF));
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  @DisplayName("N3 L4 a log-in that ends through Logins and with its session fires one event")
  void endedTwice(boolean isStored) {
    TestServer server = server(isStored, null);
    var self = new LoggedOut(LogOutCause.SELF);
    var administrator = new LoggedOut(LogOutCause.ADMINISTRATOR);
    List<Consumer<Session>> ends =
        List.of(
            Session::delete,
            Session::clear,
            session -> {
              session.clear();
              session.put("a", 1);
            });
    for (Consumer<Session> end : ends) {
      assertThat(endedTwice(server, Logins::endEveryone, end)).containsExactly(administrator);
      assertThat(endedTwice(server, LoginEventsTest::listAndEndEveryone, end))
          .as("the session is loaded before")
          .containsExactly(administrator);
      server.logIn("bob");
      assertThat(endedTwice(server, logins -> logins.endAll("bob"), end))
          .as("the log-in of another user")
          .containsExactly(administrator, self);
      assertThat(endedTwice(server, logins -> logins.endAll("ada"), end)).containsExactly(self);
      assertThat(endedTwice(server, LoginEventsTest::endCurrent, end)).containsExactly(self);
      assertThat(endedTwice(server, logins -> {}, end)).containsExactly(self);
    }
    assertThat(
            endedTwice(
                server, LoginEventsTest::endCurrent, session -> session.logIn("bob", Set.of())))
        .containsExactly(self, new LoggedIn());
  }

  @Test
  @DisplayName(
      "L4 N3 log-ins can be listed and ended outside a request; endOthers() requires a caller")
  void withoutRequest() {
    TestServer server = server(false, null);
    server.logIn("ada");
    news(server);
    var logins =
        new RequestLogins(
            server.tracker,
            () -> {
              throw new IllegalStateException("no request");
            });
    assertThat(logins.of("ada")).singleElement().matches(login -> !login.isCurrent());
    logins.endEveryone();
    assertThat(news(server)).containsExactly(new LoggedOut(LogOutCause.ADMINISTRATOR));
    assertThatIllegalStateException()
        .isThrownBy(() -> server.logins(null).endOthers())
        .withMessageContaining("No user is logged in");
    assertThatIllegalStateException()
        .isThrownBy(() -> new RequestLogins(null, () -> server.request(null)).endEveryone())
        .withMessageContaining("session.logins is off");
  }

  private static void listAndEndEveryone(Logins logins) {
    assertThat(logins.of("ada").get(0).device()).as("no device was passed").isEmpty();
    logins.endEveryone();
  }

  private static void endCurrent(Logins logins) {
    logins.of("ada").stream()
        .filter(Logins.ActiveLogin::isCurrent)
        .forEach(login -> assertThat(logins.end(login.id())).isTrue());
  }

  private static List<SessionEvent> endedTwice(
      TestServer server, Consumer<Logins> first, Consumer<Session> second) {
    RequestSession session = server.request(server.logIn("ada"));
    news(server);
    first.accept(new RequestLogins(server.tracker, () -> session));
    second.accept(session);
    session.decide(false);
    return news(server);
  }
}
