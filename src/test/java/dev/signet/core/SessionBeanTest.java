package dev.signet.core;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.signet.Session;
import dev.signet.SessionAttributeException;
import dev.signet.SessionBean;
import dev.signet.SessionEvent;
import dev.signet.SessionTooLargeException;
import dev.signet.json.BeanState;
import dev.signet.store.memory.MemoryStore;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.GenericType;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.ValueSource;

/** Session beans below CDI, with sessions in the cookie and in a store. */
@ParameterizedClass(name = "in a store: {0}")
@ValueSource(booleans = {false, true})
class SessionBeanTest {

  private static final BeanState<Cart> CART = BeanState.of(Cart.class);
  private static final BeanState<Theme> THEME = BeanState.of(Theme.class);

  private static final GenericType<Map<String, Object>> MAP = new GenericType<>() {};

  private final TestApplication application = new TestApplication();
  private final List<Cart> destroyed = new ArrayList<>();
  private final boolean stored;

  SessionBeanTest(boolean stored) {
    this.stored = stored;
  }

  /** A bean with no accessor that Jackson knows. */
  @SessionBean
  static class Cart {

    private final List<String> items = new ArrayList<>();
    private int discount;
    private transient int calls;
    @Context private @Nullable Thread injected;

    /** Not a property, although it looks like one. */
    String getSummary() {
      throw new IllegalStateException("It is not called by the mapper.");
    }

    void add(String item) {
      calls++;
      items.add(item);
    }
  }

  /** What a container generates for an interceptor. */
  static class InterceptedCart extends Cart {
    final Thread handler = Thread.currentThread();
  }

  @SessionBean("look")
  static class Theme {
    private String color = "light";
  }

  @BeforeEach
  void deploy() {
    if (stored) {
      application.deployWith(new MemoryStore(100, application.clock));
    }
  }

  private Cart cart(RequestSession session) {
    return session.bean(CART, this::create);
  }

  private BeanInstance<Cart> create() {
    Cart cart = new InterceptedCart();
    cart.injected = Thread.currentThread();
    return new BeanInstance<>(cart, () -> destroyed.add(cart));
  }

  private static Theme theme(RequestSession session) {
    return session.bean(THEME, () -> new BeanInstance<>(new Theme(), () -> {}));
  }

  private Optional<String> visit(Consumer<RequestSession> resource) {
    RequestSession session = application.request();
    resource.accept(session);
    return application.respond(session);
  }

  private void add(String item) {
    var unused = visit(session -> cart(session).add(item));
  }

  private List<String> items() {
    return cart(application.request()).items;
  }

  @Test
  @DisplayName("L9 W2 a bean is saved without put, and injected and transient fields are not")
  void savedWithoutPut() {
    add("egg");
    add("milk");
    Cart cart = cart(application.request());
    assertThat(cart.items).containsExactly("egg", "milk");
    assertThat(cart.injected).isSameAs(Thread.currentThread());
    assertThat(cart.calls).isZero();
    assertThat(application.request().get("cart"))
        .isEqualTo(Map.of("items", List.of("egg", "milk"), "discount", 0));
  }

  @Test
  @DisplayName("L9 W1 a bean that is called and not changed writes nothing")
  void unchanged() {
    assertThat(visit(this::cart)).isEmpty();
    assertThat(
            visit(
                session -> {
                  cart(session).add("egg");
                  cart(session).items.remove("egg");
                }))
        .as("changed back")
        .isEmpty();
    add("egg");
    assertThat(visit(this::cart)).isEmpty();
    assertThat(visit(session -> cart(session).discount = 0)).isEmpty();
    assertThat(visit(session -> cart(session).discount = 1)).isPresent();
  }

  @Test
  @DisplayName("L9 W1 a bean that was written stays, although its state is the initial one again")
  void initialAgain() {
    add("egg");
    assertThat(visit(session -> cart(session).items.clear())).isPresent();
    assertThat(application.request()).containsOnlyKeys("cart");
  }

  @Test
  @DisplayName("L9 the map of the session has a bean that changed, and none that did not")
  void inTheMap() {
    visit(
        session -> {
          Cart cart = cart(session);
          assertThat(session).isEmpty();
          assertThat(session.get("cart")).isNull();
          assertThat(session.get("cart", Cart.class)).isNull();
          assertThat(session.containsKey("cart")).isFalse();
          cart.add("egg");
          assertThat(session).hasSize(1).containsOnlyKeys("cart");
          assertThat(session.get("cart")).isSameAs(cart);
          assertThat(session.get("cart", Cart.class)).isSameAs(cart);
          session.save();
        });
    assertThat(items()).containsExactly("egg");
  }

  @Test
  @DisplayName("L9 all calls of a request reach one object")
  void oneObject() {
    RequestSession session = application.request();
    assertThat(session.bean(CART)).isNull();
    Cart cart = cart(session);
    assertThat(cart(session)).isSameAs(cart);
    assertThat(session.bean(CART)).isSameAs(cart);
  }

  @Test
  @DisplayName("L9 T3 two beans have attributes of their own, which a store merges")
  void twoBeans() {
    visit(session -> session.put("a", 1));
    RequestSession first = application.request();
    RequestSession second = application.request();
    cart(first).add("egg");
    theme(second).color = "dark";
    application.respond(first);
    application.respond(second);
    assertThat(items()).isEqualTo(stored ? List.of("egg") : List.of());
    assertThat(theme(application.request()).color).isEqualTo("dark");
    assertThat(application.request()).containsKey("look");
  }

  @Test
  @DisplayName("L9 the same request may read and write a bean by the name of its attribute")
  void byName() {
    visit(
        session -> {
          Cart cart = cart(session);
          cart.add("egg");
          assertThat(session.get("cart", MAP)).containsEntry("items", List.of("egg"));
          assertThat(cart(session)).isSameAs(cart);
          cart.add("milk");
          var other = new Cart();
          other.add("tea");
          session.put("cart", other);
          assertThat(cart(session)).isSameAs(cart);
          assertThat(cart.items).containsExactly("tea");
          cart.add("jam");
        });
    assertThat(items()).containsExactly("tea", "jam");
    assertThat(destroyed).isEmpty();
  }

  @Test
  @DisplayName("L9 W4 a bean is destroyed when its attribute is removed or the session ends")
  void destroyed() {
    List<Consumer<Session>> ends =
        List.of(
            Session::delete,
            Session::clear,
            session -> session.remove("cart"),
            session -> session.put("cart", null),
            session -> session.keySet().clear());
    for (Consumer<Session> end : ends) {
      add("egg");
      destroyed.clear();
      assertThat(
              visit(
                  session -> {
                    Cart cart = cart(session);
                    end.accept(session);
                    assertThat(destroyed).containsExactly(cart);
                    assertThat(session.bean(CART)).isNull();
                    assertThat(cart(session)).isNotSameAs(cart);
                    assertThat(cart(session).items).isEmpty();
                  }))
          .contains(TestApplication.EXPIRED);
    }
  }

  @Test
  @DisplayName(
      "L9 W5 the last call wins: a bean that is changed after delete() is in a new session")
  void changedAfterDelete() {
    add("egg");
    visit(
        session -> {
          cart(session).add("milk");
          session.delete();
          cart(session).add("tea");
        });
    assertThat(items()).containsExactly("tea");
    visit(
        session -> {
          cart(session).add("jam");
          session.delete();
        });
    assertThat(items()).isEmpty();
  }

  @Test
  @DisplayName("L9 L1 a log-in keeps a bean, and one of another user destroys it")
  void logIn() {
    add("egg");
    visit(
        session -> {
          Cart cart = cart(session);
          session.logIn("ada", Set.of());
          assertThat(cart(session)).isSameAs(cart);
        });
    assertThat(destroyed).isEmpty();
    visit(
        session -> {
          cart(session).add("milk");
          session.logIn("grace", Set.of());
        });
    assertThat(destroyed).hasSize(1);
    assertThat(items()).isEmpty();
  }

  @Test
  @DisplayName("L9 W7 N2 a failed or refused request does not change a bean")
  void failedRequests() {
    add("egg");
    RequestSession failed = application.request();
    cart(failed).add("milk");
    assertThat(application.fail(failed)).isEmpty();
    RequestSession refused = application.request();
    cart(refused).add("milk");
    refused.discard();
    assertThat(cart(refused).items).containsExactly("egg");
    assertThat(application.respond(refused)).isEmpty();
    assertThat(items()).containsExactly("egg");
  }

  @Test
  @DisplayName("L9 a new bean whose changes are discarded is destroyed")
  void newBeanIsDiscarded() {
    RequestSession refused = application.request();
    Cart cart = cart(refused);
    cart.add("egg");
    refused.discard();
    assertThat(destroyed).containsExactly(cart);
  }

  @Test
  @DisplayName("L9 W11 a bean that makes the session too large is not written")
  void tooLarge() {
    String large = "x".repeat(stored ? 1_100_000 : 5000);
    RequestSession unsaved = application.request();
    cart(unsaved).add(large);
    assertThatThrownBy(unsaved::save).isInstanceOf(SessionTooLargeException.class);
    add("egg");
    RequestSession session = application.request();
    cart(session).add(large);
    assertThatThrownBy(() -> application.respond(session))
        .isInstanceOf(SessionTooLargeException.class)
        .hasMessageContaining("'cart'");
    assertThat(items()).containsExactly("egg");
  }

  @Test
  @DisplayName("L9 W12 a bean with a value that cannot be kept names its attribute")
  void valueThatCannotBeKept() {
    RequestSession session = application.request();
    @SuppressWarnings({"unchecked", "rawtypes"})
    List<Object> items = (List) cart(session).items;
    items.add(Thread.currentThread());
    assertThatThrownBy(() -> application.respond(session))
        .isInstanceOf(SessionAttributeException.class)
        .hasMessageContaining("'cart'");
  }

  @Test
  @DisplayName("L9 V3 a bean whose attribute cannot be read fails, or is new if that is allowed")
  void unreadable() {
    visit(session -> session.put("cart", "not a cart"));
    RequestSession session = application.request();
    assertThatThrownBy(() -> cart(session)).isInstanceOf(SessionAttributeException.class);
    application.deployWithUnreadableAbsent();
    assertThat(visit(this::cart)).isEmpty();
    assertThat(application.events).contains(new SessionEvent.AttributeUnreadable());
    add("egg");
    assertThat(items()).containsExactly("egg");
  }

  @Test
  @DisplayName(
      "L9 a field that the session does not know keeps its initial value, and unknown stay")
  void otherVersions() {
    visit(session -> session.put("cart", Map.of("items", List.of("egg"), "voucher", 7)));
    assertThat(visit(this::cart)).isEmpty();
    assertThat(cart(application.request()).discount).isZero();
    assertThat(application.request().get("cart", MAP)).containsEntry("voucher", 7);
    visit(session -> session.put("look", Map.of("other", 1)));
    assertThat(theme(application.request()).color).isEqualTo("light");
  }

  @Test
  @DisplayName("L9 the attribute of a bean has the name of the class, or the one it is given")
  void names() {
    assertThat(CART.name()).isEqualTo("cart");
    assertThat(THEME.name()).isEqualTo("look");
    assertThat(BeanState.name(UUIDList.class)).isEqualTo("UUIDList");
  }

  @SessionBean
  static class UUIDList {}

  @Test
  @DisplayName("W2 L9 a change of an object that was read as the attribute before is saved")
  void changeOfTheObjectBefore() {
    add("tea");
    var unused =
        visit(
            session -> {
              Cart read = requireNonNull(session.get("cart", Cart.class));
              assertThat(cart(session).items).containsExactly("tea");
              read.discount = 5;
              assertThat(cart(session).discount).isEqualTo(5);
            });

    assertThat(cart(application.request()).discount).isEqualTo(5);
  }

  @Test
  @DisplayName("W2 L9 a change of an object that was put as the attribute before is saved")
  void changeOfTheObjectThatWasPut() {
    var unused =
        visit(
            session -> {
              var put = new Cart();
              put.add("tea");
              session.put("cart", put);
              assertThat(cart(session).items).containsExactly("tea");
              put.discount = 5;
            });

    assertThat(cart(application.request()).discount).isEqualTo(5);
  }

  @Test
  @DisplayName("W2 L9 a bean has the changes of another object of its attribute")
  void changeOfAnotherObject() {
    add("tea");
    var unused =
        visit(
            session -> {
              Map<String, Object> map = requireNonNull(session.get("cart", MAP));
              assertThat(cart(session).items).containsExactly("tea");
              map.put("items", List.of("egg"));
              assertThat(cart(session).items).containsExactly("egg");
              cart(session).add("salt");
            });

    assertThat(items()).containsExactly("egg", "salt");
  }

  @Test
  @DisplayName(
      "W2 W9 L9 different changes of a bean and another object of its attribute are an error")
  void conflict() {
    add("tea");
    RequestSession session = application.request();
    Map<String, Object> map = requireNonNull(session.get("cart", MAP));
    cart(session).add("egg");
    map.put("discount", 7);

    assertThatThrownBy(() -> session.decide(false))
        .isInstanceOf(SessionAttributeException.class)
        .hasMessageContaining("two of the objects were changed in different ways");
  }

  @Test
  @DisplayName("L9 put returns null for a bean that is not in the session")
  void putOverAnUnchangedBean() {
    RequestSession session = application.request();
    assertThat(cart(session).items).isEmpty();

    assertThat(session.putIfAbsent("cart", Map.of("items", List.of("egg")))).isNull();
    assertThat(cart(session).items).containsExactly("egg");
  }
}
