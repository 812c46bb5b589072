package dev.signet.cdi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.signet.SessionBean;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.enterprise.inject.Stereotype;
import jakarta.enterprise.inject.se.SeContainerInitializer;
import jakarta.inject.Inject;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Faults of session beans, which a deployment reports all at once. */
class SessionBeanFaultsTest {

  @SessionBean
  record Point(int x) {}

  @SessionBean
  static final class Closed {
    int x;
  }

  @SessionBean
  static class WithoutConstructor {
    final int x;

    WithoutConstructor(int x) {
      this.x = x;
    }
  }

  @SessionBean
  static class HiddenConstructor {
    int x;

    private HiddenConstructor() {}
  }

  @SessionBean
  abstract static class Unfinished {
    int x;
  }

  @SessionBean
  class Inner {
    int x;

    Object outer() {
      return SessionBeanFaultsTest.this;
    }
  }

  @SessionBean
  static class Open {
    public int x;
  }

  static class Parent {
    final void fixed() {}
  }

  @SessionBean
  static class Child extends Parent {
    int x;
  }

  @SessionBean("dev.signet.mine")
  static class Reserved {
    int x;
  }

  @SessionBean("same")
  static class One {
    int x;
  }

  @SessionBean("same")
  static class Two {
    int x;
  }

  @SessionBean
  static class Stateless {
    static int count;
    transient int x;
  }

  @SessionBean
  static class Unreadable {
    @Nullable Runnable task;
    List<Map<String, Thread>> threads = new ArrayList<>();
    List<String> fine = new ArrayList<>();
  }

  @SessionBean
  static class Lossy {
    Object lock = new Object();
  }

  @SessionBean
  static class Failing {
    int x;

    Failing() {
      throw new UnsupportedOperationException();
    }
  }

  /** A bean that others need. */
  @ApplicationScoped
  static class Prices {}

  @SessionBean
  static class Keeping {
    @Nullable Prices prices;
    transient @Nullable Prices dropped;
    int x;

    Keeping() {}

    @Inject
    Keeping(Prices prices) {
      this.prices = prices;
      this.dropped = prices;
    }
  }

  @SessionBean
  interface Shape {}

  @SessionBean
  @Stereotype
  @Retention(RetentionPolicy.RUNTIME)
  @interface Model {}

  @Model
  static class Stereotyped {
    int x;
  }

  @ApplicationScoped
  static class Producing {
    @Produces
    @Model
    Produced produced() {
      return new Produced();
    }
  }

  static class Produced {}

  /** A bean without faults. */
  @SessionBean
  static class Good {
    private int count;

    int add() {
      return ++count;
    }
  }

  @AfterEach
  void reset() {
    System.clearProperty("session.max-age");
  }

  private static String deployed(Class<?>... beans) {
    Throwable failure =
        catchThrowable(
            () ->
                SeContainerInitializer.newInstance()
                    .disableDiscovery()
                    .addExtensions(new SessionExtension())
                    .addBeanClasses(beans)
                    .initialize()
                    .close());
    return failure == null ? "" : String.valueOf(failure.getMessage());
  }

  private static String fault(Class<?> type, String fault) {
    return "  @SessionBean %s %s".formatted(type.getName(), fault);
  }

  @Test
  @DisplayName("L9 C20 classes that cannot be session beans are reported in one message")
  void classes() {
    System.setProperty("session.max-age", "soon");

    String message =
        deployed(
            Point.class,
            Closed.class,
            WithoutConstructor.class,
            HiddenConstructor.class,
            Unfinished.class,
            Inner.class,
            Open.class,
            Child.class,
            Reserved.class,
            One.class,
            Two.class,
            Shape.class,
            Stereotyped.class,
            Producing.class,
            Good.class);

    assertThat(message)
        .contains(
            "Signet cannot start because the application has 14 faults:",
            "  session.max-age ",
            fault(Point.class, "is a record; its content cannot change"),
            fault(Closed.class, "is final, and no proxy can extend it. Remove the final."),
            fault(WithoutConstructor.class, "has no accessible constructor without parameters"),
            fault(HiddenConstructor.class, "has no accessible constructor without parameters"),
            fault(Unfinished.class, "is abstract"),
            fault(Inner.class, "is an inner class"),
            fault(Open.class, "has the public field 'x'"),
            fault(Child.class, "has the final method 'fixed'"),
            fault(
                Shape.class,
                "is an interface or an enum, which cannot be a bean. Annotate a class."),
            fault(
                Stereotyped.class, "has the scope from a stereotype, a producer or an extension;"),
            fault(Producing.class, "has the scope from a stereotype, a producer or an extension;"),
            fault(Reserved.class, "has the attribute 'dev.signet.mine'"),
            "  @SessionBean %s and %s have the same attribute 'same'"
                .formatted(One.class.getName(), Two.class.getName()))
        .doesNotContain(Good.class.getName());
  }

  @Test
  @DisplayName(
      "L9 V1 C20 session beans whose state would not come back are reported in one message")
  void states() {
    System.setProperty("session.max-age", "soon");

    String message =
        deployed(
            Stateless.class,
            Unreadable.class,
            Lossy.class,
            Failing.class,
            Keeping.class,
            Prices.class,
            Good.class);

    assertThat(message)
        .contains(
            "Signet cannot start because the application has 7 faults:",
            "  session.max-age ",
            fault(Stateless.class, "has no field to keep"),
            fault(Unreadable.class, "has the field 'task' with values of java.lang.Runnable"),
            fault(Unreadable.class, "has the field 'threads' with values of java.lang.Thread"),
            fault(Lossy.class, "cannot be kept. Attribute 'lossy' of type "),
            fault(Failing.class, "cannot be kept. The no-argument constructor"),
            fault(Keeping.class, "has the field 'prices' of type " + Prices.class.getName()))
        .doesNotContain(Good.class.getName(), "'fine'", "'dropped'");
    assertThat(Pattern.compile("@SessionBean").matcher(message).results()).hasSize(6);
  }

  @Test
  @DisplayName("L9 session beans without faults deploy")
  void withoutFaults() {
    assertThat(deployed(Good.class)).isEmpty();
  }
}
