package dev.signet.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.signet.Session;
import dev.signet.SessionAttributeException;
import dev.signet.SessionTooLargeException;
import dev.signet.store.memory.MemoryStore;
import jakarta.ws.rs.core.GenericType;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.ValueSource;

/** Flash values, with sessions in the cookie and in a store. */
@ParameterizedClass(name = "in a store: {0}")
@ValueSource(booleans = {false, true})
class FlashTest {

  private static final String NOTICE = "notice";

  private final TestApplication application = new TestApplication();
  private final boolean stored;

  FlashTest(boolean stored) {
    this.stored = stored;
  }

  @BeforeEach
  void deploy() {
    if (stored) {
      application.deployWith(new MemoryStore(100, application.clock));
    }
  }

  private void visit(Consumer<Session> resource) {
    var unused = application.visit(resource);
  }

  private @Nullable String readNotice() {
    RequestSession session = application.request();
    String notice = session.flash(NOTICE, String.class);
    application.respond(session);
    return notice;
  }

  @Test
  @DisplayName("L8 a flash value stays until it is read, and is then gone")
  void staysUntilRead() {
    visit(session -> session.flash(NOTICE, "Saved"));
    visit(session -> session.put("a", 1));
    visit(Session::isNew);
    visit(session -> {});
    visit(Session::renew);
    assertThat(readNotice()).isEqualTo("Saved");
    assertThat(readNotice()).isNull();
    assertThat(application.request()).isEqualTo(Map.of("a", 1));
  }

  @Test
  @DisplayName("L8 a failed request neither loses nor removes a flash value")
  void survivesFailedRequests() {
    visit(session -> session.flash(NOTICE, "Saved"));
    RequestSession failed = application.request();
    assertThat(failed.flash(NOTICE, String.class)).isEqualTo("Saved");
    assertThat(application.fail(failed)).isEmpty();
    RequestSession refused = application.request();
    assertThat(refused.flash(NOTICE, String.class)).isEqualTo("Saved");
    refused.discard();
    assertThat(application.respond(refused)).isEmpty();
    assertThat(readNotice()).isEqualTo("Saved");
  }

  @Test
  @DisplayName("L8 the request that reads a flash value may read it again")
  void isReadAgainInTheSameRequest() {
    visit(session -> session.flash("problems", List.of("name", "date")));
    RequestSession session = application.request();
    Object first = session.flash("problems");
    assertThat(first).isEqualTo(List.of("name", "date"));
    assertThat(session.flash("problems")).isSameAs(first);
    assertThat(session.flash("problems", new GenericType<Set<String>>() {}))
        .containsExactlyInAnyOrder("name", "date");
    application.respond(session);
    assertThat(session.flash("problems")).as("after the response").isNotNull();
    assertThat(application.request().flash("problems")).isNull();
  }

  @Test
  @DisplayName("L8 W1 a flash value that is put and read by one request writes nothing")
  void isPutAndReadByOneRequest() {
    assertThat(
            application.visit(
                session -> {
                  session.flash(NOTICE, "Saved");
                  assertThat(session.flash(NOTICE, String.class)).isEqualTo("Saved");
                }))
        .isEmpty();
  }

  @Test
  @DisplayName("L8 W1 W4 reading a flash value is a change, and reading none is not")
  void readingIsAChange() {
    visit(session -> session.flash(NOTICE, "Saved"));
    assertThat(application.visit(session -> session.flash("other"))).isEmpty();
    assertThat(application.visit(session -> session.flash(NOTICE)))
        .as("the last content is gone")
        .contains(TestApplication.EXPIRED);
    assertThat(application.visit(session -> session.flash(NOTICE))).isEmpty();
  }

  @Test
  @DisplayName("L8 the last flash value of a name wins, and those of other names stay")
  void oneValuePerName() {
    visit(session -> session.flash(NOTICE, "one"));
    visit(session -> session.flash(NOTICE, "two"));
    visit(session -> session.flash("warning", "three"));
    visit(
        session -> {
          assertThat(session.flash(NOTICE)).isEqualTo("two");
          session.flash(NOTICE, "four");
          assertThat(session.flash(NOTICE)).isEqualTo("four");
          session.flash(NOTICE, "five");
        });
    assertThat(readNotice()).isEqualTo("five");
    Object nothing = null;
    visit(session -> session.flash("warning", nothing));
    assertThat(application.request().flash("warning")).isNull();
  }

  @Test
  @DisplayName("L8 T3 concurrent requests keep their flash values of different names in a store")
  void concurrentRequests() {
    visit(session -> session.put("a", 1));
    RequestSession first = application.request();
    RequestSession second = application.request();
    first.flash("first", 1);
    second.flash("second", 2);
    application.respond(first);
    application.respond(second);
    assertThat(application.request().flash("first")).isEqualTo(stored ? 1 : null);
    assertThat(application.request().flash("second")).isEqualTo(2);
  }

  @Test
  @DisplayName("L8 flash values are not in the map of the session")
  void areNotInTheMap() {
    visit(session -> session.flash(NOTICE, "Saved"));
    RequestSession session = application.request();
    String key = "dev.signet.flash." + NOTICE;
    assertThat(session).isEmpty();
    assertThat(session.isNew()).isFalse();
    assertThat(session.keySet()).isEmpty();
    assertThat(session.values()).isEmpty();
    assertThat(session.containsKey(key)).isFalse();
    assertThat(session.get(key)).isNull();
    assertThat(session.get(key, String.class)).isNull();
    assertThat(session.get(key, "none")).isEqualTo("none");
    assertThat(session.remove(key)).isNull();
    session.keySet().removeIf(name -> true);
    session.replaceAll((name, value) -> "other");
    assertThatThrownBy(() -> session.put(key, "other"))
        .isInstanceOf(SessionAttributeException.class)
        .hasMessageContainingAll("belong to Signet", "flash values with flash");
    assertThat(session.flash(NOTICE)).isEqualTo("Saved");
  }

  @Test
  @DisplayName("L8 a flash value ends with its session, and one put after that begins another")
  void endsWithTheSession() {
    visit(session -> session.flash(NOTICE, "Saved"));
    visit(
        session -> {
          session.delete();
          assertThat(session.flash(NOTICE)).isNull();
          session.flash(NOTICE, "Good-bye");
        });
    assertThat(readNotice()).isEqualTo("Good-bye");
    visit(session -> session.flash(NOTICE, "Saved"));
    visit(Session::clear);
    assertThat(readNotice()).isNull();
  }

  @Test
  @DisplayName("L8 L1 a log-in keeps flash values, and one of another user does not")
  void logIn() {
    visit(session -> session.flash(NOTICE, "Welcome"));
    visit(session -> session.logIn("ada", Set.of()));
    visit(session -> session.logIn("ada", Set.of()));
    assertThat(readNotice()).isEqualTo("Welcome");
    visit(session -> session.flash(NOTICE, "Welcome"));
    visit(session -> session.logIn("grace", Set.of()));
    assertThat(readNotice()).isNull();
  }

  @Test
  @DisplayName("L8 V1 W11 W12 a value that cannot be kept is refused, and nothing changes")
  void refusedValues() {
    visit(session -> session.flash(NOTICE, "Saved"));
    visit(
        session -> {
          assertThatThrownBy(() -> session.flash(NOTICE, Thread.currentThread()))
              .isInstanceOf(SessionAttributeException.class)
              .hasMessageContaining("'dev.signet.flash.notice'");
          assertThatThrownBy(() -> session.flash(NOTICE, "x".repeat(stored ? 1_100_000 : 5000)))
              .isInstanceOf(SessionTooLargeException.class);
          assertThatThrownBy(
                  () -> session.flash(NOTICE, new GenericType<List<UUID>>() {}.getType()))
              .isInstanceOf(SessionAttributeException.class);
        });
    assertThat(readNotice()).isEqualTo("Saved");
  }

  @Test
  @DisplayName("L8 V2 V3 a value that is read as a wrong type stays")
  void wrongType() {
    visit(session -> session.flash(NOTICE, "Saved"));
    visit(
        session ->
            assertThatThrownBy(() -> session.flash(NOTICE, Integer.class))
                .isInstanceOf(SessionAttributeException.class)
                .hasMessageContaining("'dev.signet.flash.notice'"));
    assertThat(readNotice()).isEqualTo("Saved");
    visit(session -> session.flash("id", new UUID(1, 2)));
    assertThat(application.request().flash("id", UUID.class)).isEqualTo(new UUID(1, 2));
    application.deployWithUnreadableAbsent();
    assertThat(application.request().flash("id", Integer.class)).isNull();
  }

  @Test
  @DisplayName("L8 W2 a flash value that was put may be changed in place")
  void changedInPlace() {
    visit(
        session -> {
          List<String> problems = new ArrayList<>();
          session.flash("problems", problems);
          problems.add("name");
        });
    assertThat(application.request().flash("problems")).isEqualTo(List.of("name"));
  }

  @Test
  @DisplayName("L8 W9 after the response, reading a flash value throws, and reading none does not")
  void afterTheResponse() {
    visit(session -> session.flash(NOTICE, "Saved"));
    RequestSession session = application.request();
    assertThat(session.isNew()).isFalse();
    application.respond(session);
    assertThat(session.flash("other")).isNull();
    assertThatIllegalStateException().isThrownBy(() -> session.flash(NOTICE));
    assertThatIllegalStateException().isThrownBy(() -> session.flash(NOTICE, "late"));
    assertThat(readNotice()).isEqualTo("Saved");
  }

  @Test
  @DisplayName("L8 W3 save() writes a session that holds a flash value only")
  void save() {
    visit(session -> session.flash(NOTICE, "Saved"));
    assertThat(application.visit(Session::save)).get().isNotEqualTo(TestApplication.EXPIRED);
    assertThat(readNotice()).isEqualTo("Saved");
  }
}
