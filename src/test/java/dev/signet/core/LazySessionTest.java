package dev.signet.core;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signet.Session;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class LazySessionTest {

  private final TestApplication application = new TestApplication();
  private final AtomicInteger reads = new AtomicInteger();

  @BeforeEach
  void earlier() {
    application.visit(session -> session.put("name", "Ada"));
  }

  @Test
  @DisplayName("H3 the header is not read before the first access")
  void untouchedSessionReadsNothing() {
    RequestSession session = application.request(reads::incrementAndGet);

    assertThat(session.cookieName()).isEqualTo("session");
    assertThat(session.isUsed()).isFalse();
    assertThat(session.entrySet()).isNotSameAs(session.keySet());
    assertThat(session.decide(false)).isEmpty();
    assertThat(session.commit()).isEmpty();
    assertThat(reads).hasValue(0);
    assertThat(session.isUsed()).isFalse();
  }

  @Test
  @DisplayName("H1 H3 K1 toString is no access and shows no content")
  void toStringDoesNotTouch() {
    RequestSession session = application.request(reads::incrementAndGet);

    assertThat(session.toString()).isEqualTo("Session[unused]");
    assertThat(reads).hasValue(0);
    assertThat(session.get("name")).isEqualTo("Ada");
    assertThat(session.toString()).isEqualTo("Session[used]");
  }

  @ParameterizedTest
  @MethodSource("touches")
  @DisplayName("H1 H3 every access loads the session, and the header is read once")
  void anyAccessTouches(Consumer<Session> access) {
    RequestSession session = application.request(reads::incrementAndGet);

    access.accept(session);
    access.accept(session);

    assertThat(session.isUsed()).isTrue();
    assertThat(reads).hasValue(1);
  }

  static Stream<Named<Consumer<Session>>> touches() {
    return Stream.of(
        Named.of("get", session -> session.get("name", "")),
        Named.of("size", session -> assertThat(session).hasSize(1)),
        Named.of("containsKey", session -> assertThat(session).containsKey("name")),
        Named.of("forEach", session -> session.forEach((key, value) -> {})),
        Named.of("equals", session -> assertThat(session).isEqualTo(Map.of("name", "Ada"))),
        Named.of("isNew", session -> assertThat(session.isNew()).isFalse()),
        Named.of(
            "createdAt",
            session -> assertThat(session.createdAt()).isEqualTo(TestApplication.START)),
        Named.of("expiresAt", session -> assertThat(session.expiresAt()).isPresent()),
        Named.of("put", session -> session.put("name", "Eve")),
        Named.of("remove", session -> session.remove("name")),
        Named.of("clear", Map::clear),
        Named.of("save", Session::save),
        Named.of("renew", Session::renew),
        Named.of("delete", Session::delete));
  }
}
