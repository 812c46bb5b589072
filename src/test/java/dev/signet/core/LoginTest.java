package dev.signet.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.signet.Caller;
import dev.signet.LogIn;
import dev.signet.Session;
import dev.signet.SessionAttributeException;
import dev.signet.SessionEvent;
import dev.signet.SessionTooLargeException;
import dev.signet.spi.SessionId;
import dev.signet.spi.SessionRecord;
import dev.signet.store.memory.MemoryStore;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The caller of a session, with sessions in the cookie and in a store. */
class LoginTest {

  private static final Duration HOUR = Duration.ofHours(1);
  private static final Set<String> STAFF = Set.of("staff");

  enum Kept {
    COOKIE,
    STORE
  }

  private final TestApplication application = new TestApplication();

  private void keptIn(Kept kept) {
    if (kept == Kept.STORE) {
      application.deployWith(new MemoryStore(100, application.clock));
    }
  }

  private @Nullable Caller caller() {
    return application.request().caller().orElse(null);
  }

  private void logIn(String name) {
    application.visit(session -> session.logIn(name, STAFF));
  }

  @Test
  @DisplayName("L6 a proof of identity is recent for exactly the time that is asked for")
  void recentProof() {
    assertThat(application.request().isConfirmedWithin(HOUR)).isFalse();
    logIn("ada");
    application.clock.advance(HOUR);
    assertThat(application.request().isConfirmedWithin(HOUR)).isTrue();
    application.clock.advance(Duration.ofSeconds(1));
    assertThat(application.request().isConfirmedWithin(HOUR)).isFalse();
  }

  @ParameterizedTest
  @EnumSource
  @DisplayName("L1 logIn records name, roles and time for this request and later ones")
  void logInRecordsCaller(Kept kept) {
    keptIn(kept);
    List<Optional<Caller>> seen = new ArrayList<>();
    application.visit(
        session -> {
          seen.add(session.caller());
          session.logIn("ada", Set.of("staff", "editor"));
          seen.add(session.caller());
        });
    var ada =
        new Caller("ada", Set.of("editor", "staff"), TestApplication.START, TestApplication.START);
    assertThat(seen).containsExactly(Optional.empty(), Optional.of(ada));
    application.clock.advance(HOUR);
    assertThat(caller()).isEqualTo(ada);
    assertThat(ada.getName()).isEqualTo("ada");
    assertThat(ada.hasRole("staff")).isTrue();
    assertThat(ada.hasRole("admin")).isFalse();
  }

  @ParameterizedTest
  @EnumSource
  @DisplayName("L1 logIn keeps attributes and createdAt under a new token")
  void logInRenews(Kept kept) {
    keptIn(kept);
    application.visit(session -> session.put("cart", "book"));
    String before = application.cookieHeader();
    application.clock.advance(HOUR);
    logIn("ada");
    assertThat(application.request().get("cart")).isEqualTo("book");
    assertThat(application.request().createdAt()).isEqualTo(TestApplication.START);
    assertThat(application.events)
        .containsExactly(
            new SessionEvent.Created(), new SessionEvent.Renewed(), new SessionEvent.LoggedIn());
    application.replay(before);
    assertThat(caller()).as("a token from before the log-in").isNull();
  }

  @ParameterizedTest
  @EnumSource
  @DisplayName("L1 the log-in is not an attribute, and writes of attributes keep it")
  void loginIsNoAttribute(Kept kept) {
    keptIn(kept);
    logIn("ada");
    var session = application.request();
    assertThat(session).isEmpty();
    assertThat(session.keySet()).isEmpty();
    assertThat(session.isNew()).isFalse();
    application.visit(other -> other.put("a", 1));
    application.visit(Session::renew);
    application.visit(Session::save);
    assertThat(caller()).isNotNull();
    application.visit(other -> other.remove("a"));
    assertThat(caller()).as("after the last attribute is gone").isNotNull();
    assertThat(application.visit(Session::caller)).as("reading writes nothing").isEmpty();
  }

  @ParameterizedTest
  @EnumSource
  @DisplayName("L1 an attribute cannot take the name under which the log-in is stored")
  void reservedName(Kept kept) {
    keptIn(kept);
    logIn("ada");
    application.visit(
        session -> {
          for (String name : new String[] {"dev.signet.login", "dev.signet."}) {
            assertThatThrownBy(() -> session.put(name, "{}"))
                .isInstanceOf(SessionAttributeException.class)
                .hasMessageContainingAll(name, "belong to Signet", "Choose another name");
            assertThatThrownBy(() -> session.putAll(Map.of(name, 1)))
                .isInstanceOf(SessionAttributeException.class);
            assertThat(session.remove(name)).isNull();
          }
          session.put("dev.signet", 1);
        });
    assertThat(caller()).isNotNull();
  }

  @ParameterizedTest
  @EnumSource
  @DisplayName("L1 delete() and clear() log out, with and without attributes")
  void logOut(Kept kept) {
    keptIn(kept);
    List<Consumer<Session>> ways =
        List.of(Session::delete, Session::clear, session -> session.keySet().clear());
    for (Consumer<Session> logOut : ways) {
      for (boolean attributes : new boolean[] {true, false}) {
        logIn("ada");
        if (attributes) {
          application.visit(session -> session.put("a", 1));
        }
        assertThat(application.visit(logOut)).contains(TestApplication.EXPIRED);
        assertThat(caller()).isNull();
      }
    }
    logIn("ada");
    application.visit(
        session -> {
          session.clear();
          assertThat(session.caller()).isEmpty();
          session.put("notice", "bye");
        });
    assertThat(caller()).as("after clear() and put()").isNull();
    assertThat(application.request().get("notice")).isEqualTo("bye");
  }

  @Test
  @DisplayName("L1 with a store, the old cookie is worthless after the log-out")
  void storedLoginEnds() {
    keptIn(Kept.STORE);
    logIn("ada");
    String copy = application.cookieHeader();
    application.visit(Session::delete);
    application.replay(copy);
    assertThat(caller()).isNull();
  }

  @ParameterizedTest
  @EnumSource
  @DisplayName("L1 another user gets no attribute of the user before, the same user keeps them")
  void anotherUser(Kept kept) {
    keptIn(kept);
    application.visit(session -> session.put("cart", "book"));
    logIn("ada");
    logIn("ada");
    assertThat(application.request().get("cart")).isEqualTo("book");
    application.visit(
        session -> {
          session.logIn(LogIn.of("bob"));
          session.put("theme", "dark");
        });
    assertThat(caller()).extracting(Caller::name).isEqualTo("bob");
    assertThat(application.request()).containsOnlyKeys("theme");
  }

  @ParameterizedTest
  @EnumSource
  @DisplayName("L1 a response of 500 and a rejected request leave the log-in as it was")
  void failedResponse(Kept kept) {
    keptIn(kept);
    RequestSession failing = application.request();
    failing.logIn("ada", STAFF);
    application.fail(failing);
    assertThat(caller()).isNull();
    logIn("ada");
    RequestSession rejected = application.request();
    rejected.logIn("bob", STAFF);
    rejected.discard();
    application.respond(rejected);
    assertThat(caller()).extracting(Caller::name).isEqualTo("ada");
    RequestSession logOut = application.request();
    logOut.delete();
    logOut.discard();
    application.respond(logOut);
    assertThat(caller()).isNotNull();
  }

  @ParameterizedTest
  @EnumSource
  @DisplayName("L6 confirm() records another proof and renews; without a caller it throws")
  void confirm(Kept kept) {
    keptIn(kept);
    assertThatIllegalStateException()
        .isThrownBy(() -> application.request().confirm())
        .withMessageContaining("No user is logged in");
    logIn("ada");
    String before = application.cookieHeader();
    application.clock.advance(HOUR);
    application.visit(Session::confirm);
    assertThat(application.cookieHeader()).isNotEqualTo(before);
    assertThat(caller())
        .isEqualTo(
            new Caller("ada", STAFF, TestApplication.START, TestApplication.START.plus(HOUR)));
    assertThat(application.events)
        .endsWith(new SessionEvent.Renewed(), new SessionEvent.LoginConfirmed());
  }

  @Test
  @DisplayName("L1 a log-in that does not fit into the cookie is refused and changes nothing")
  void tooLarge() {
    application.visit(session -> session.put("a", "x".repeat(2600)));
    var session = application.request();
    assertThatThrownBy(() -> session.logIn(LogIn.of("x".repeat(255))))
        .isInstanceOf(SessionTooLargeException.class);
    assertThat(session.caller()).isEmpty();
    assertThat(application.respond(session)).isEmpty();
    logIn("x".repeat(100));
    assertThatThrownBy(() -> application.request().put("b", "y".repeat(200)))
        .as("the log-in counts")
        .isInstanceOf(SessionTooLargeException.class);
  }

  @ParameterizedTest
  @EnumSource
  @DisplayName("L1 names and roles of any characters are read back")
  void anyCharacters(Kept kept) {
    keptIn(kept);
    for (String name : new String[] {"a\"b\\", "Žofie 😀", " x\u0000\n", "<script>"}) {
      application.visit(session -> session.logIn(name, Set.of(name, "role")));
      assertThat(caller())
          .extracting(Caller::name, Caller::roles)
          .containsExactly(name, Set.of(name, "role"));
    }
    application.visit(session -> session.logIn(LogIn.of("ada")));
    assertThat(caller()).isNotNull().extracting(Caller::roles).isEqualTo(Set.of());
  }

  @Test
  @DisplayName("L1 a stored log-in that cannot be understood gives a new session, not a caller")
  void damagedStoredLogin() {
    var store = new MemoryStore(100, application.clock);
    application.deployWith(store);
    for (String damaged : new String[] {"{}", "{\"id\":\"a\"", "7", "", "{\"name\":\"ada\"}"}) {
      var id = SessionId.random(new SecureRandom());
      store.create(
          id,
          new SessionRecord(
              Map.of("dev.signet.login", damaged, "a", "1"),
              application.clock.instant().plus(HOUR)));
      long now = application.now();
      application.keepTokenOf(
          "{\"iat\":%d,\"exp\":%d,\"sid\":\"%s\"}".formatted(now, now + 3600, id.value()));
      assertThat(caller()).isNull();
      assertThat(application.request().get("a")).isNull();
    }
  }

  @Test
  @DisplayName("L1 the token of a stored session holds neither name nor roles")
  void storedLoginIsNotInToken() {
    keptIn(Kept.STORE);
    logIn("ada");
    application.visit(session -> session.put("a", 1));
    assertThat(application.payload()).doesNotContain("ada", "staff", "login");
  }

  @Test
  @DisplayName("K1 the text of a caller and of a log-in has neither name nor roles")
  void textsAreSilent() {
    logIn("ada");
    assertThat(String.valueOf(caller())).isEqualTo("Caller[1 roles]");
    assertThat(LogIn.of("ada").roles("staff")).hasToString("LogIn[1 roles]");
  }
}
