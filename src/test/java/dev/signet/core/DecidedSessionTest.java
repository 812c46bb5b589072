package dev.signet.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.signet.Session;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class DecidedSessionTest {

  private final TestApplication application = new TestApplication();

  @BeforeEach
  void earlier() {
    application.visit(session -> session.putAll(Map.of("name", "Ada", "visits", 3)));
  }

  private RequestSession decided() {
    RequestSession session = application.request();
    assertThat(session).hasSize(2);
    assertThat(session.decide(false)).isEmpty();
    return session;
  }

  @ParameterizedTest
  @MethodSource("changes")
  @DisplayName("W9 a change after the decision throws with a remedy")
  void changeAfterTheDecisionThrows(Consumer<Session> change) {
    RequestSession session = decided();

    assertThatExceptionOfType(IllegalStateException.class)
        .isThrownBy(() -> change.accept(session))
        .withMessageContaining("The session can no longer be changed")
        .withMessageContaining("before you return or resume the response");
    assertThat(session).isEqualTo(Map.of("name", "Ada", "visits", 3));
  }

  @ParameterizedTest
  @MethodSource("changes")
  @DisplayName("W9 a change after the commit throws")
  void changeAfterHandOverThrows(Consumer<Session> change) {
    RequestSession session = application.request();
    assertThat(session).hasSize(2);
    assertThat(session.commit()).isEmpty();

    assertThatExceptionOfType(IllegalStateException.class).isThrownBy(() -> change.accept(session));
  }

  static Stream<Named<Consumer<Session>>> changes() {
    return Stream.of(
        change("put", session -> session.put("a", 1)),
        change("put null", session -> session.put("name", null)),
        change("putAll", session -> session.putAll(Map.of("a", 1))),
        change("putIfAbsent", session -> session.putIfAbsent("a", 1)),
        change("remove", session -> session.remove("name")),
        change("remove what is absent", session -> session.remove("a")),
        change("remove a pair", session -> session.remove("name", "Ada")),
        change("replace", session -> session.replace("name", "Eve")),
        change("replaceAll", session -> session.replaceAll((key, value) -> "Eve")),
        change("compute", session -> session.compute("a", (key, value) -> 1)),
        change("computeIfAbsent", session -> session.computeIfAbsent("a", key -> 1)),
        change("computeIfPresent", session -> session.computeIfPresent("name", (k, v) -> "Eve")),
        change("merge", session -> session.merge("name", "Eve", (old, given) -> given)),
        change("clear", Map::clear),
        change("save", Session::save),
        change("renew", Session::renew),
        change("delete", Session::delete),
        change("keySet remove", session -> session.keySet().remove("name")),
        change("keySet clear", session -> session.keySet().clear()),
        change("keySet retainAll", session -> session.keySet().retainAll(List.of())),
        change("values remove", session -> session.values().remove("Ada")),
        change("values removeIf", session -> session.values().removeIf(value -> true)),
        change("entrySet clear", session -> session.entrySet().clear()),
        change("entrySet remove", session -> session.entrySet().remove(Map.entry("name", "Ada"))),
        change("entry setValue", session -> session.entrySet().iterator().next().setValue("Eve")),
        change("iterator remove", DecidedSessionTest::removeFirst));
  }

  private static Named<Consumer<Session>> change(String name, Consumer<Session> change) {
    return Named.of(name, change);
  }

  private static void removeFirst(Session session) {
    var names = session.keySet().iterator();
    names.next();
    names.remove();
  }

  @Test
  @DisplayName("W9 an iterator and an entry from before the decision throw after it")
  void viewsFromBeforeTheDecisionThrow() {
    RequestSession session = application.request();
    var iterator = session.entrySet().iterator();
    var entry = iterator.next();
    session.decide(false);

    assertThatExceptionOfType(IllegalStateException.class).isThrownBy(iterator::remove);
    assertThatExceptionOfType(IllegalStateException.class).isThrownBy(() -> entry.setValue(1));
  }

  @Test
  @DisplayName("W9 a session that was touched before the decision can be read after it")
  void readingGoesOn() {
    RequestSession session = decided();

    assertThat(session.get("name")).isEqualTo("Ada");
    assertThat(session.get("visits", 0)).isEqualTo(3);
    assertThat(session.keySet()).containsExactlyInAnyOrder("name", "visits");
    assertThat(session.isNew()).isFalse();
  }

  @Test
  @DisplayName("W9 H1 the first access after the decision throws with a remedy")
  void firstAccessAfterTheDecisionThrows() {
    RequestSession session = application.request();
    assertThat(session.decide(false)).isEmpty();

    assertThatExceptionOfType(IllegalStateException.class)
        .isThrownBy(() -> session.get("name"))
        .withMessageContaining("cannot have the header Vary: Cookie")
        .withMessageContaining("Use the session before you return the response");
    assertThatExceptionOfType(IllegalStateException.class).isThrownBy(session::size);
    assertThatExceptionOfType(IllegalStateException.class)
        .isThrownBy(() -> session.put("name", "Eve"));
    assertThat(session.isUsed()).isFalse();
  }

  @Test
  @DisplayName("W7 a replacement response is decided separately")
  void replacementResponseIsDecidedSeparately() {
    RequestSession saved = application.request();
    saved.put("a", 1);
    Optional<String> decision = saved.decide(false);
    RequestSession failed = application.request();
    failed.put("a", 1);

    assertThat(decision).isPresent();
    assertThat(saved.decide(true)).isEmpty();
    assertThat(saved.decide(false)).isEqualTo(decision);
    assertThat(saved.commit()).isEqualTo(decision);
    assertThat(failed.decide(true)).isEmpty();
    assertThat(failed.decide(false)).isPresent();
  }

  @Test
  @DisplayName("W4 W9 an ended session also expires with the replacement response")
  void endedSessionExpiresWithTheReplacement() {
    application.visit(session -> session.put("a", 1));
    for (Consumer<Session> end : List.<Consumer<Session>>of(Session::clear, Session::delete)) {
      RequestSession session = application.request();
      end.accept(session);
      assertThat(session.decide(false)).contains(TestApplication.EXPIRED);
      session.reopen();
      assertThat(session.decide(false)).contains(TestApplication.EXPIRED);
    }
  }

  @Test
  @DisplayName("W6 W9 a reopened session can be changed, a committed one cannot")
  void openedAgain() {
    RequestSession session = application.request();
    session.put("a", 1);
    Optional<String> first = session.decide(false);
    session.reopen();
    session.put("b", 2);
    assertThat(session.decide(false)).isPresent().isNotEqualTo(first);
    RequestSession handedOver = application.request();
    handedOver.put("a", 1);
    handedOver.commit();
    handedOver.reopen();
    assertThatExceptionOfType(IllegalStateException.class).isThrownBy(() -> handedOver.put("b", 2));
  }

  @Test
  @DisplayName("W5 repeated commits return the same cookie")
  void repeatedCommitsReturnTheSame() {
    RequestSession session = application.request();
    session.put("a", 1);
    assertThat(session.isCommitted()).isFalse();

    Optional<String> first = session.commit();

    assertThat(first).isPresent();
    assertThat(session.commit()).isEqualTo(first);
    assertThat(session.isCommitted()).isTrue();
  }
}
