package dev.signet.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.signet.Session;
import dev.signet.SessionAttributeException;
import java.util.AbstractList;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class UnwritableValueTest {

  private static final Map<String, Object> BEFORE = Map.of("name", "Ada", "cart", List.of("egg"));

  private final TestApplication application = new TestApplication();

  /** Nothing that Jackson could write. */
  static final class Opaque {}

  /** Fails when it is written, with a message that tells too much. */
  static final class Failing {
    private final List<String> cards = List.of();

    public String getCard() {
      return cards.stream()
          .findAny()
          .orElseThrow(() -> new IllegalStateException("card 4711 is not there"));
    }
  }

  @BeforeEach
  void earlier() {
    application.visit(session -> session.putAll(BEFORE));
  }

  static Stream<Object> unwritable() {
    List<Object> inItself = new ArrayList<>();
    inItself.add(inItself);
    Map<String, Object> mapInItself = new HashMap<>();
    mapInItself.put("self", mapInItself);
    return Stream.of(
        new Opaque(),
        new Failing(),
        List.of(new Opaque()),
        Map.of("a", new Failing()),
        inItself,
        mapInItself);
  }

  @Test
  @DisplayName("W12 W9 the response names an unwritable element of a list")
  void partOfAChangedList() {
    List<Object> all = new ArrayList<>(List.of(1, 2, 3));
    RequestSession session = application.request();
    session.put("top", all.subList(0, 2));
    all.add(4);
    assertThatExceptionOfType(SessionAttributeException.class)
        .isThrownBy(() -> session.decide(false))
        .withMessageContaining("'top'");
  }

  @ParameterizedTest
  @MethodSource("unwritable")
  @DisplayName("W12 K1 put names attribute and type, and changes nothing")
  void putIsRefused(Object value) {
    RequestSession session = application.request();

    assertThatExceptionOfType(SessionAttributeException.class)
        .isThrownBy(() -> session.put("cart", value))
        .withMessageContaining("Attribute 'cart' of type " + value.getClass().getTypeName())
        .withMessageContaining("cannot become JSON")
        .withMessageNotContaining("4711")
        .withNoCause()
        .satisfies(refused -> assertThat(refused.key()).isEqualTo("cart"))
        .satisfies(refused -> assertThat(refused.type()).isEqualTo(value.getClass().getTypeName()));
    assertThat(session).isEqualTo(BEFORE);
    assertThat(application.respond(session)).isEmpty();
  }

  @Test
  @DisplayName("W12 put refuses a name that is not valid text, and changes nothing")
  void nameThatIsNoTextIsRefused() {
    RequestSession session = application.request();

    assertThatExceptionOfType(SessionAttributeException.class)
        .isThrownBy(() -> session.put("half \uD83C", 1))
        .withMessageContaining("The name of attribute");
    assertThat(session).isEqualTo(BEFORE);
    assertThat(application.respond(session)).isEmpty();
  }

  @Test
  @DisplayName("W12 putAll stops at the refused attribute")
  void putAllStops() {
    assertThatExceptionOfType(SessionAttributeException.class)
        .isThrownBy(() -> application.request().putAll(Map.of("x", new Opaque())))
        .satisfies(refused -> assertThat(refused.key()).isEqualTo("x"));
  }

  private static void spoil(Session session) {
    List<Object> cart = session.get("cart", List.of());
    cart.add(new Opaque());
  }

  @Test
  @DisplayName("W12 save() and the decision refuse a value that became unwritable")
  void spoiledValueIsRefused() {
    RequestSession session = application.request();
    session.put("visits", 1);
    spoil(session);

    assertThatExceptionOfType(SessionAttributeException.class)
        .isThrownBy(session::save)
        .withMessageContaining("Attribute 'cart' of type java.util.ArrayList");
    assertThatExceptionOfType(SessionAttributeException.class)
        .isThrownBy(() -> session.decide(false));
    assertThat(session.decide(false)).isEmpty();
    assertThat(application.request()).isEqualTo(BEFORE);
  }

  @Test
  @DisplayName("W12 a failed save() has no effect")
  void failedSaveAsksForNothing() {
    RequestSession session = application.request();
    spoil(session);
    assertThatExceptionOfType(SessionAttributeException.class).isThrownBy(session::save);

    session.remove("cart");

    assertThat(application.fail(session)).isEmpty();
  }

  @Test
  @DisplayName("W12 an unwritable value can be replaced")
  void spoiledValueCanBeReplaced() {
    application.visit(
        session -> {
          spoil(session);
          session.put("cart", "x".repeat(2500));
        });

    assertThat(Objects.requireNonNull(application.request().get("cart", String.class)))
        .hasSize(2500);
  }

  @Test
  @DisplayName("V1 a map with equal keys is refused, because JSON has only one of them")
  void equalKeys() {
    IdentityHashMap<String, Object> map = new IdentityHashMap<>();
    map.put("a", 1);
    map.put(new String("a"), 2);
    Session session = application.request();
    assertThatExceptionOfType(SessionAttributeException.class)
        .isThrownBy(() -> session.put("m", map))
        .withMessageContaining("IdentityHashMap");
    assertThatExceptionOfType(SessionAttributeException.class)
        .isThrownBy(() -> session.put("m", List.of(map)));
  }

  @Test
  @DisplayName("W12 an attribute that is put while another value is written stays whole")
  void putWhileAValueIsWritten() {
    application.visit(
        session -> {
          var active = new AtomicBoolean(true);
          var list =
              new AbstractList<String>() {
                @Override
                public String get(int index) {
                  if (active.get()) {
                    session.put("inner" + index, "v" + index);
                  }
                  return "item" + index;
                }

                @Override
                public int size() {
                  return 2;
                }
              };
          session.put("list", Collections.unmodifiableList(list));
          active.set(false);
        });
    Session next = application.request();
    assertThat(next.get("list")).isEqualTo(List.of("item0", "item1"));
    assertThat(next.get("inner0")).isEqualTo("v0");
    assertThat(next.get("inner1")).isEqualTo("v1");
  }
}
