package dev.signet.core;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import dev.signet.Session;
import jakarta.ws.rs.core.GenericType;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class ChangeInsideValueTest {

  private static final UUID FIRST = new UUID(0, 1);
  private static final UUID SECOND = new UUID(0, 2);

  private final TestApplication application = new TestApplication();

  static final class Cart {
    public List<String> items = new ArrayList<>();
    public int total;
  }

  @Test
  @DisplayName("W2 an element added to a loaded list is saved")
  void elementOfAListIsSeen() {
    application.visit(session -> session.put("cart", List.of("egg")));

    application.visit(session -> list(session, "cart").add("tea"));

    assertThat(application.request().get("cart")).isEqualTo(List.of("egg", "tea"));
  }

  private static List<Object> list(Session session, String key) {
    return session.get(key, List.of());
  }

  @Test
  @DisplayName("W2 an element added to a list after put is saved")
  void elementAfterPutIsSeen() {
    application.visit(
        session -> {
          List<String> cart = new ArrayList<>();
          session.put("cart", cart);
          cart.add("egg");
        });

    assertThat(application.request().get("cart")).isEqualTo(List.of("egg"));
  }

  @Test
  @DisplayName("W2 another order of the elements of a list is saved")
  void orderOfAListIsSeen() {
    application.visit(session -> session.put("cart", List.of("egg", "tea")));

    application.visit(session -> Collections.reverse(list(session, "cart")));

    assertThat(application.request().get("cart")).isEqualTo(List.of("tea", "egg"));
  }

  @Test
  @DisplayName("W2 a typed read after put returns the same object, also if it has no equals")
  void typedReadAfterPut() {
    var cart = new Cart();
    application.visit(
        session -> {
          session.put("cart", cart);
          assertThat(session.get("cart", Cart.class)).isSameAs(cart);
        });
  }

  @Test
  @DisplayName("W2 a changed field of a bean is saved, and a list in it")
  void fieldOfABeanIsSeen() {
    application.visit(session -> session.put("cart", new Cart()));

    application.visit(session -> requireNonNull(session.get("cart", Cart.class)).total = 7);
    application.visit(session -> requireNonNull(session.get("cart", Cart.class)).items.add("egg"));

    Cart cart = requireNonNull(application.request().get("cart", Cart.class));
    assertThat(cart.total).isEqualTo(7);
    assertThat(cart.items).containsExactly("egg");
  }

  @Test
  @DisplayName("W2 a change of a map inside a map is saved")
  @SuppressWarnings("unchecked") // JSON's maps have text as keys
  void nestedMapIsSeen() {
    application.visit(session -> session.put("a", Map.of("b", Map.of("c", 1))));

    application.visit(
        session -> {
          Map<?, ?> outer = session.get("a", Map.of());
          var inner = (Map<String, Object>) requireNonNull(outer.get("b"));
          inner.put("d", 2);
        });

    assertThat(application.request().get("a")).isEqualTo(Map.of("b", Map.of("c", 1, "d", 2)));
  }

  @Test
  @DisplayName("W2 a change of a set is saved")
  void setIsSeen() {
    application.visit(session -> session.put("roles", new LinkedHashSet<>(List.of("user"))));

    assertThat(application.visit(ChangeInsideValueTest::addAdmin)).isPresent();

    assertThat(application.request().get("roles", Set.of()))
        .containsExactlyInAnyOrder("user", "admin");
  }

  private static void addAdmin(Session session) {
    Set<Object> roles = session.get("roles", Set.of());
    roles.add("admin");
  }

  @Test
  @DisplayName("W2 a change of an array is saved")
  void arraysAreSeen() {
    application.visit(
        session -> {
          session.put("numbers", new int[] {1, 2});
          session.put("bytes", new byte[] {1, 2});
        });

    application.visit(session -> requireNonNull(session.get("numbers", int[].class))[1] = 9);
    application.visit(session -> requireNonNull(session.get("bytes", byte[].class))[0] = 9);

    assertThat(application.request().get("numbers", int[].class)).containsExactly(1, 9);
    assertThat(application.request().get("bytes", byte[].class)).containsExactly(9, 2);
  }

  @Test
  @DisplayName("W2 a change of a value from an untyped get, an entry or a view is saved")
  @SuppressWarnings("unchecked") // JSON's arrays are lists of anything
  void changesThroughViewsAreSeen() {
    application.visit(session -> session.put("a", List.of(1)));

    application.visit(session -> ((List<Object>) requireNonNull(session.get("a"))).add(2));
    application.visit(session -> ((List<Object>) session.values().iterator().next()).add(3));
    application.visit(session -> session.forEach((key, value) -> ((List<Object>) value).add(4)));
    application.visit(
        session -> ((List<Object>) session.entrySet().iterator().next().getValue()).add(5));

    assertThat(application.request().get("a")).isEqualTo(List.of(1, 2, 3, 4, 5));
  }

  @Test
  @DisplayName("W2 a typed read gives the same object each time")
  void typedReadsGiveTheSameObject() {
    var uuids = new GenericType<List<UUID>>() {};
    application.visit(session -> session.put("ids", List.of(FIRST)));

    RequestSession session = application.request();

    assertThat(session.get("ids", uuids)).isSameAs(session.get("ids", uuids));
    assertThat(session.get("ids")).isSameAs(session.get("ids", uuids));
  }

  @Test
  @DisplayName("W2 a generic read after put returns the object that is saved")
  void genericReadAfterPutIsSaved() {
    var uuids = new GenericType<List<UUID>>() {};
    application.visit(
        session -> {
          List<UUID> put = new ArrayList<>(List.of(FIRST));
          session.put("ids", put);
          List<UUID> ids = requireNonNull(session.get("ids", uuids));
          assertThat(ids).isSameAs(put);
          ids.add(SECOND);
        });

    assertThat(application.request().get("ids", uuids)).containsExactly(FIRST, SECOND);
  }

  @Test
  @DisplayName("W2 a generic read that converts values returns the object that is saved")
  void genericReadThatConvertsIsSaved() {
    var longs = new GenericType<List<Long>>() {};
    application.visit(
        session -> {
          session.put("numbers", new ArrayList<>(List.of(1)));
          requireNonNull(session.get("numbers", longs)).add(2L);
        });

    assertThat(application.request().get("numbers", longs)).containsExactly(1L, 2L);
  }

  @Test
  @DisplayName("W4 a value that serialises to null after put is removed")
  void valueThatBecomesNullIsRemoved() {
    application.visit(session -> session.put("name", "Ada"));
    application.visit(
        session -> {
          var reference = new AtomicReference<String>("x");
          session.put("reference", reference);
          session.remove("name");
          reference.set(null);
        });

    assertThat(application.cookieHeader()).isNull();
  }

  @Test
  @DisplayName("W2 a fallback is not in the session until it is put")
  void fallbackIsNotInTheSession() {
    assertThat(application.visit(session -> session.get("cart", new ArrayList<>()).add("egg")))
        .isEmpty();
    assertThat(application.visit(session -> session.get("a", new HashMap<>()).put("b", 1)))
        .isEmpty();
  }
}
