package dev.signet.core;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import dev.signet.Session;
import dev.signet.SessionEvent;
import dev.signet.SessionEvent.DestroyCause;
import dev.signet.SessionEvent.RejectionReason;
import dev.signet.store.memory.MemoryStore;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Requests that arrive with the cookie of a session that a log-in has just renewed. */
class RenewedSessionTest {

  private final TestApplication application = new TestApplication();
  private final CountedStore store = new CountedStore(new MemoryStore(100, application.clock));
  private String before = "";

  @BeforeEach
  void deploy() {
    application.deployWith(store);
    application.visit(session -> session.put("cart", 1));
    before = requireNonNull(application.cookieHeader());
  }

  private void logIn() {
    application.visit(
        session -> {
          session.renew();
          session.put("user", "Ada");
        });
    application.events.clear();
    store.calls();
  }

  private RequestSession late(Consumer<Session> resource) {
    RequestSession session = application.request(before);
    resource.accept(session);
    return session;
  }

  private void assertLoggedIn() {
    assertThat(application.request()).isEqualTo(Map.of("cart", 1, "user", "Ada"));
  }

  @Test
  @DisplayName(
      "T4 a request that loads the old ID after a log-in sets no cookie, whatever it changes")
  void laterRequest() {
    logIn();

    for (Consumer<Session> change :
        List.<Consumer<Session>>of(
            session -> session.put("late", true),
            session -> {
              session.put("late", true);
              session.save();
            },
            Session::delete,
            Session::clear,
            session -> {
              session.put("late", true);
              session.remove("late");
            })) {
      assertThat(late(change).decide(false)).isEmpty();
    }

    assertThat(application.refusals())
        .contains(RejectionReason.NOT_FOUND, RejectionReason.RENEWED)
        .doesNotContain(RejectionReason.EXPIRED);
    assertThat(store.calls()).contains("wasMoved").doesNotContain("create", "update", "delete");
    assertLoggedIn();
  }

  @Test
  @DisplayName("T4 a request that loaded the session before a log-in sets no cookie afterwards")
  void requestInFlight() {
    RequestSession[] inFlight = {
      late(session -> session.put("late", true)),
      late(session -> session.remove("cart")),
      late(Session::delete),
      late(Session::clear),
      late(Session::renew)
    };
    logIn();

    for (RequestSession session : inFlight) {
      assertThat(session.decide(false)).isEmpty();
    }

    assertThat(application.events)
        .isNotEmpty()
        .allMatch(SessionEvent.CookieRejected.class::isInstance);
    assertLoggedIn();
  }

  @Test
  @DisplayName("T4 a late request that only reads is not asked for")
  void onlyRead() {
    logIn();

    assertThat(late(session -> assertThat(session).isEmpty()).decide(false)).isEmpty();

    assertThat(store.calls()).containsExactly("load");
  }

  @Test
  @DisplayName("T4 a log-in that repeats one whose response was lost gets its cookie")
  void repeatedLogIn() {
    logIn();
    application.replay(before);

    assertThat(
            application.visit(
                session -> {
                  session.renew();
                  session.put("user", "Ada");
                }))
        .isPresent();
    assertThat(application.request()).isEqualTo(Map.of("user", "Ada"));

    application.replay(before);
    assertThat(
            application.visit(
                session -> {
                  session.delete();
                  session.put("user", "Eve");
                }))
        .as("a session that replaces one on purpose")
        .isPresent();
    assertThat(application.request()).isEqualTo(Map.of("user", "Eve"));
  }

  @Test
  @DisplayName("T4 a minute after the log-in the old ID is one of a session that has ended")
  void afterAMinute() {
    logIn();
    application.clock.advance(Duration.ofMinutes(1));

    application.replay(before);
    assertThat(application.visit(session -> session.put("a", 1))).isPresent();
    assertThat(application.request()).isEqualTo(Map.of("a", 1));
    application.replay(before);
    assertThat(application.visit(Session::delete)).contains(TestApplication.EXPIRED);
  }

  @Test
  @DisplayName("T4 W4 a user whose session was deleted or expired gets another at once")
  void endedOtherwise() {
    application.visit(Session::delete);
    application.replay(before);
    store.calls();
    assertThat(application.visit(session -> session.put("a", 1))).isPresent();
    assertThat(store.calls()).containsExactly("load", "wasMoved", "create");

    application.clock.advance(TestApplication.TWO_WEEKS);
    assertThat(application.visit(session -> session.put("a", 2))).isPresent();
    assertThat(store.calls()).as("the token has expired").containsExactly("create");
    assertThat(application.request()).isEqualTo(Map.of("a", 2));
  }

  @Test
  @DisplayName("T4 W4 two log-outs at once both remove the cookie")
  void twoLogOuts() {
    RequestSession second = late(Session::delete);

    assertThat(application.visit(Session::delete)).contains(TestApplication.EXPIRED);
    assertThat(second.decide(false)).contains(TestApplication.EXPIRED);

    assertThat(application.events).contains(new SessionEvent.Destroyed(DestroyCause.DELETED));
  }
}
