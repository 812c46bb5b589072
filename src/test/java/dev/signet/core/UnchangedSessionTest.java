package dev.signet.core;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signet.Session;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class UnchangedSessionTest {

  private final TestApplication application = new TestApplication();

  @BeforeEach
  void earlier() {
    application.visit(
        session -> {
          session.put("name", "Ada");
          session.put("visits", 3);
          session.put("cart", List.of("egg", "tea"));
          session.put("size", new LinkedHashMap<>(Map.of("width", 2, "height", 4)));
        });
  }

  @Test
  @DisplayName("W1 an equal set in another order is no change, another element is a change")
  void equalSet() {
    application.visit(session -> session.put("roles", new LinkedHashSet<>(List.of("a", "b"))));
    assertThat(
            application.visit(
                session -> session.put("roles", new LinkedHashSet<>(List.of("b", "a")))))
        .isEmpty();
    assertThat(application.visit(session -> session.put("roles", Set.of("a", "c")))).isPresent();
  }

  @Test
  @DisplayName("W1 an untouched session sends nothing")
  void untouchedSendsNothing() {
    assertThat(application.visit(session -> {})).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("reads")
  @DisplayName("W1 reading sends nothing")
  void readingSendsNothing(Read read) {
    RequestSession session = application.request();

    Object value = read.from(session);

    assertThat(session.isUsed()).as("after reading %s", value).isTrue();
    assertThat(application.respond(session)).isEmpty();
  }

  /** A call that only reads. */
  interface Read {
    @Nullable Object from(Session session);
  }

  static Stream<Named<Read>> reads() {
    return Stream.of(
        read("get", session -> session.get("name")),
        read("get absent", session -> session.get("nothing")),
        read("get as a class", session -> session.get("cart", ArrayList.class)),
        read("get with a fallback", session -> session.get("absent", new ArrayList<>())),
        read("getOrDefault", session -> session.getOrDefault("nothing", 1)),
        read("size", Map::size),
        read("isEmpty", Map::isEmpty),
        read("containsKey", session -> session.containsKey("name")),
        read("containsValue", session -> session.containsValue("Eve")),
        read("keySet", session -> List.copyOf(session.keySet())),
        read("values", session -> List.copyOf(session.values())),
        read("entrySet", session -> session.entrySet().toString()),
        read("equals", session -> session.equals(Map.of("name", "Ada"))),
        read("hashCode", Map::hashCode),
        read("isNew", Session::isNew),
        read("createdAt", Session::createdAt),
        read("expiresAt", Session::expiresAt));
  }

  private static Named<Read> read(String name, Read read) {
    return Named.of(name, read);
  }

  @ParameterizedTest
  @MethodSource("assignments")
  @DisplayName("W1 the same content in the end is no change")
  void sameContentSendsNothing(Consumer<Session> assignment) {
    assertThat(application.visit(assignment)).isEmpty();
  }

  static Stream<Named<Consumer<Session>>> assignments() {
    return Stream.of(
        assignment("equal text", session -> session.put("name", "Ada")),
        assignment("equal number", session -> session.put("visits", 3)),
        assignment("equal number of another type", session -> session.put("visits", 3L)),
        assignment(
            "equal list", session -> session.put("cart", new ArrayList<>(List.of("egg", "tea")))),
        assignment("equal map, other order of keys", UnchangedSessionTest::putReversed),
        assignment("all equal", session -> session.putAll(Map.of("name", "Ada", "visits", 3))),
        assignment(
            "remove and put back",
            session -> session.put("cart", Objects.requireNonNull(session.remove("cart")))),
        assignment(
            "other order of attributes",
            session -> {
              session.remove("name");
              session.put("name", "Ada");
            }),
        assignment(
            "another value and back",
            session -> {
              session.put("name", "Eve");
              session.put("name", "Ada");
            }),
        assignment(
            "clear and put back",
            session -> {
              Map<String, Object> before = new LinkedHashMap<>(session);
              session.clear();
              session.putAll(before);
            }),
        assignment(
            "an element more and less",
            session -> {
              List<Object> cart = session.get("cart", List.of());
              cart.add("milk");
              cart.remove("milk");
            }),
        assignment(
            "a new attribute and its removal",
            session -> {
              session.put("draft", 1);
              session.remove("draft");
            }));
  }

  private static Named<Consumer<Session>> assignment(String name, Consumer<Session> assignment) {
    return Named.of(name, assignment);
  }

  private static void putReversed(Session session) {
    Map<?, ?> size = session.get("size", Map.of());
    List<Object> keys = new ArrayList<>(size.keySet());
    Collections.reverse(keys);
    Map<Object, Object> reversed = new LinkedHashMap<>();
    keys.forEach(key -> reversed.put(key, size.get(key)));
    session.put("size", reversed);
  }

  @Test
  @DisplayName("W1 a set that is read and put back is no change in any order")
  void setThatIsPutBackIsNoChange() {
    application.keepTokenOf(
        application.claims("{\"roles\":[\"zeta\",\"kappa\",\"alpha\",\"omega\",\"beta\"]}"));

    assertThat(application.visit(session -> session.put("roles", session.get("roles", Set.of()))))
        .isEmpty();
  }

  @Test
  @DisplayName("W1 attributes may have the names of claims")
  void namesOfClaimsAreFree() {
    Map<String, Object> odd = Map.of("exp", 1, "iat", "x", "data", List.of(), "start", 0, "jti", 1);

    application.visit(session -> session.putAll(odd));

    assertThat(application.request()).containsAllEntriesOf(odd).hasSize(9);
    assertThat(application.visit(session -> session.putAll(odd))).isEmpty();
  }
}
