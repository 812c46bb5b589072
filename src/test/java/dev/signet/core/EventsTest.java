package dev.signet.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.signet.Session;
import dev.signet.SessionEvent;
import dev.signet.SessionEvent.CookieRejected;
import dev.signet.SessionEvent.Created;
import dev.signet.SessionEvent.DestroyCause;
import dev.signet.SessionEvent.Destroyed;
import dev.signet.SessionEvent.RejectionReason;
import dev.signet.SessionEvent.Renewed;
import dev.signet.SessionEvent.StoreFailed;
import dev.signet.SessionEvent.TooLarge;
import dev.signet.SessionStoreException;
import dev.signet.SessionTooLargeException;
import dev.signet.store.memory.MemoryStore;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.ValueSource;

/** What is told of a session, wherever it is kept. */
@ParameterizedClass(name = "on the server: {0}")
@ValueSource(booleans = {false, true})
class EventsTest {

  private final TestApplication application = new TestApplication();
  private final CountedStore store = new CountedStore(new MemoryStore(100, application.clock));
  private final boolean onTheServer;

  EventsTest(boolean onTheServer) {
    this.onTheServer = onTheServer;
  }

  @BeforeEach
  void deploy() {
    if (onTheServer) {
      application.deployWith(store);
    }
  }

  /** Returns what is told of one request. */
  private List<SessionEvent> told(Consumer<Session> resource) {
    application.events.clear();
    application.visit(resource);
    return List.copyOf(application.events);
  }

  private void begin() {
    assertThat(told(session -> session.put("name", "Ada"))).containsExactly(new Created());
  }

  @Test
  @DisplayName("N3 Created is fired when a session is first written, renewed or not")
  void created() {
    assertThat(told(session -> session.get("name"))).isEmpty();
    assertThat(told(Session::save)).isEmpty();
    assertThat(told(Session::renew)).isEmpty();
    begin();
    assertThat(told(session -> session.put("name", "Eve"))).isEmpty();
    assertThat(told(Session::save)).isEmpty();
    application.replay(null);
    assertThat(
            told(
                session -> {
                  session.renew();
                  session.put("name", "Ada");
                }))
        .containsExactly(new Created());
  }

  @Test
  @DisplayName("N3 Loaded is fired once, at the first access")
  void loaded() {
    application.visit(session -> session.get("name"));
    begin();
    application.visit(session -> {});
    assertThat(application.reads).isZero();
    application.visit(session -> session.put("count", session.size()));
    assertThat(application.reads).isOne();
  }

  @Test
  @DisplayName("N3 Renewed is fired when a session has a new token")
  void renewed() {
    begin();
    assertThat(told(Session::renew)).containsExactly(new Renewed());
    assertThat(told(session -> {})).isEmpty();
  }

  @Test
  @DisplayName("N3 Destroyed is fired when an existing session is deleted or emptied")
  void destroyed() {
    assertThat(told(Session::delete)).isEmpty();
    begin();
    assertThat(told(Session::delete)).containsExactly(new Destroyed(DestroyCause.DELETED));
    begin();
    assertThat(told(Session::clear)).containsExactly(new Destroyed(DestroyCause.EMPTIED));
    assertThat(
            told(
                session -> {
                  session.put("name", "Ada");
                  session.delete();
                }))
        .isEmpty();
  }

  @Test
  @DisplayName("N3 put after a deletion creates a new session")
  void destroyedAndCreated() {
    begin();
    assertThat(
            told(
                session -> {
                  session.delete();
                  session.put("name", "Eve");
                  session.renew();
                }))
        .containsExactly(new Destroyed(DestroyCause.DELETED), new Created());
  }

  @Test
  @DisplayName("N3 C11 a session that times out during the request is destroyed")
  void timedOut() {
    application.deployWith(
        new ExpirationPolicy(TestApplication.TWO_WEEKS, true, false, Duration.ofHours(1)));
    begin();
    assertThat(
            told(
                session -> {
                  session.put("name", "Eve");
                  application.clock.advance(Duration.ofHours(1));
                }))
        .containsExactly(new Destroyed(DestroyCause.TIMED_OUT));
  }

  @Test
  @DisplayName("N3 C11 T4 an expired session that is emptied is destroyed once")
  void emptiedTooLate() {
    application.deployWith(
        new ExpirationPolicy(TestApplication.TWO_WEEKS, true, false, Duration.ofHours(1)));
    begin();
    assertThat(
            told(
                session -> {
                  session.remove("name");
                  application.clock.advance(Duration.ofHours(1));
                }))
        .hasSize(1)
        .hasOnlyElementsOfType(Destroyed.class);

    application.deployWith(store);
    begin();
    RequestSession late = application.request();
    late.remove("name");
    application.visit(Session::delete);
    application.events.clear();
    assertThat(application.respond(late)).contains(TestApplication.EXPIRED);
    assertThat(application.events).containsExactly(new CookieRejected(RejectionReason.NOT_FOUND));
  }

  @Test
  @DisplayName("N3 W3 an emptied session is not renewed")
  void emptiedAndRenewed() {
    begin();
    assertThat(
            told(
                session -> {
                  session.renew();
                  session.remove("name");
                }))
        .containsExactly(new Destroyed(DestroyCause.EMPTIED));
  }

  @Test
  @DisplayName("N3 W7 a server error that saves nothing fires no event")
  void serverError() {
    begin();
    for (Consumer<Session> verb :
        List.<Consumer<Session>>of(Session::delete, Session::renew, Session::clear)) {
      application.events.clear();
      RequestSession session = application.request();
      verb.accept(session);
      application.fail(session);
      assertThat(application.events).isEmpty();
    }
  }

  @Test
  @DisplayName("N3 W9 a response that is made twice fires one Destroyed and one Created")
  void madeTwice() {
    begin();
    for (Consumer<Session> verb : List.<Consumer<Session>>of(Session::delete, Session::clear)) {
      application.replay(null);
      begin();
      application.events.clear();
      RequestSession session = application.request();
      verb.accept(session);
      session.decide(false);
      session.reopen();
      assertThat(application.respond(session)).contains(TestApplication.EXPIRED);
      assertThat(application.events).hasSize(1);
    }
    application.events.clear();
    RequestSession session = application.request();
    session.put("name", "Ada");
    session.decide(false);
    session.reopen();
    application.respond(session);
    assertThat(application.events).containsExactly(new Created());
    application.events.clear();
    RequestSession another = application.request();
    another.delete();
    another.put("name", "Eve");
    another.decide(false);
    another.reopen();
    application.respond(another);
    assertThat(application.events)
        .containsExactly(new Destroyed(DestroyCause.DELETED), new Created());
  }

  @Test
  @DisplayName("N3 W11 TooLarge is fired for each refusal")
  void tooLarge() {
    begin();
    application.events.clear();
    RequestSession session = application.request();
    if (onTheServer) {
      session.put("text", "x".repeat(5000));
      assertThat(application.events).isEmpty();
      return;
    }
    assertThatExceptionOfType(SessionTooLargeException.class)
        .isThrownBy(() -> session.put("text", "x".repeat(5000)));
    session.delete();
    List<String> list = new ArrayList<>();
    session.put("list", list);
    list.add("x".repeat(5000));
    assertThatExceptionOfType(SessionTooLargeException.class)
        .isThrownBy(() -> session.decide(false));
    assertThat(application.events)
        .as("it has not ended")
        .containsExactly(new TooLarge(), new TooLarge());
  }

  @Test
  @DisplayName("N3 T6 StoreFailed is fired for reads and writes")
  void storeFailed() {
    application.deployWith(store);
    begin();
    application.events.clear();
    RequestSession deleting = application.request();
    deleting.delete();
    for (RuntimeException failure :
        List.of(new IllegalStateException(), new SessionStoreException("Down.", null))) {
      store.failure = failure;
      application.events.clear();
      assertThatThrownBy(() -> application.request().size())
          .isInstanceOf(SessionStoreException.class);
      assertThatThrownBy(() -> deleting.decide(false)).isInstanceOf(SessionStoreException.class);
      deleting.reopen();
      assertThat(application.events).containsExactly(new StoreFailed(), new StoreFailed());
    }
  }

  @Test
  @DisplayName("N3 R8 CookieRejected is fired before the events of later changes")
  void rejected() {
    application.replay("session=x");
    assertThat(told(session -> session.put("name", "Ada")))
        .containsExactly(new CookieRejected(RejectionReason.MALFORMED), new Created());
  }

  @Test
  @DisplayName("N3 an observer of a rejected cookie cannot use the session")
  void observerCannotUseTheSession() {
    RequestSession[] session = new RequestSession[1];
    TestApplication nosy =
        new TestApplication(
            event ->
                assertThatThrownBy(() -> session[0].size())
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("is being loaded"));
    session[0] = nosy.request("session=x");
    assertThat(session[0]).isEmpty();
    assertThat(nosy.events).containsExactly(new CookieRejected(RejectionReason.MALFORMED));
  }

  @Test
  @DisplayName("N3 K1 events contain nothing of a session")
  void nothingShown() {
    begin();
    application.visit(Session::renew);
    application.visit(Session::delete);
    assertThat(application.events.toString())
        .isEqualTo("[Created[], Renewed[], Destroyed[cause=DELETED]]");
  }
}
