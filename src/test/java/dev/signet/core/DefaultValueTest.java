package dev.signet.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.signet.Session;
import dev.signet.SessionAttributeException;
import java.net.InetAddress;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.Collections;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.TimeZone;
import java.util.function.Function;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** get with a default value, in the request that put the value and in a later one. */
class DefaultValueTest {

  private final TestApplication site = new TestApplication();

  interface Animal {}

  record Cat(String name) implements Animal {}

  record Dog(String name) implements Animal {}

  /** Has a subclass. */
  static class Vehicle {
    public int wheels;
  }

  /** Is one of two. */
  static class Bicycle extends Vehicle {}

  private enum Nothing {}

  /** Asserts that a value is found in the request that puts it and in the next one. */
  private void found(Object value, Function<Session, Object> read) {
    site.visit(
        session -> {
          session.put("value", value);
          assertThat(read.apply(session)).isEqualTo(value);
        });
    site.visit(session -> assertThat(read.apply(session)).isEqualTo(value));
  }

  @Test
  @DisplayName("V4 A default value with a hidden class is read as its public type")
  void hiddenClassIsReadAsPublicType() throws Exception {
    TimeZone vienna = TimeZone.getTimeZone("Europe/Vienna");
    found(vienna, session -> session.get("value", TimeZone.getTimeZone("UTC")));
    found(ZoneId.of("Europe/Vienna"), session -> session.<ZoneId>get("value", ZoneOffset.UTC));
    found(Path.of("/tmp/a"), session -> session.get("value", Path.of("/")));
    found(
        StandardCharsets.UTF_16, session -> session.<Charset>get("value", StandardCharsets.UTF_8));
    InetAddress address = InetAddress.getByAddress(new byte[] {127, 0, 0, 1});
    found(address, session -> session.get("value", InetAddress.getLoopbackAddress()));
    found(Map.entry("a", 1), session -> session.get("value", Map.entry("", 0)));
    found(Map.entry(1, "a"), session -> session.get("value", Map.entry(0, "")));
    Collection<String> none = Collections.unmodifiableCollection(List.of());
    found(List.of("a"), session -> session.get("value", none));
  }

  @Test
  @DisplayName("V4 A set or map of enum constants as default value tells the enum")
  void enumCollectionsTellTheEnum() {
    var days = EnumSet.of(DayOfWeek.MONDAY, DayOfWeek.SUNDAY);
    found(days, session -> session.get("value", EnumSet.noneOf(DayOfWeek.class)));
    found(days, session -> session.get("value", EnumSet.allOf(DayOfWeek.class)));
    found(days, session -> session.get("value", EnumSet.of(DayOfWeek.FRIDAY)));
    var numbers = new EnumMap<DayOfWeek, Object>(Map.of(DayOfWeek.MONDAY, 1));
    found(
        numbers,
        session -> session.get("value", new EnumMap<>(Map.of(DayOfWeek.FRIDAY, (Object) 0))));
  }

  private void refusedInEveryRequest(Object defaultValue) {
    RequestSession first = site.request();
    assertThatExceptionOfType(SessionAttributeException.class)
        .as("absent")
        .isThrownBy(() -> first.get("value", defaultValue))
        .withMessageContaining("'value'")
        .withMessageContaining("get(key, Class)");
    first.put("value", new Cat("Mia"));
    assertThatExceptionOfType(SessionAttributeException.class)
        .as("put in this request")
        .isThrownBy(() -> first.get("value", defaultValue));
    site.respond(first);
    assertThatExceptionOfType(SessionAttributeException.class)
        .as("put in an earlier request")
        .isThrownBy(() -> site.request().get("value", defaultValue));
  }

  @Test
  @DisplayName("V4 A default value that does not tell the type is refused in the first request too")
  void unknownTypeIsRefusedInEveryRequest() {
    refusedInEveryRequest(new Dog("Rex"));
    refusedInEveryRequest(new Bicycle());
    refusedInEveryRequest(new EnumMap<DayOfWeek, String>(DayOfWeek.class));
    refusedInEveryRequest(EnumSet.noneOf(Nothing.class));
  }

  @Test
  @DisplayName("V4 A class without supertypes of the application is its own type")
  void classWithoutSupertypesIsItsOwnType() {
    site.visit(session -> session.put("value", new Vehicle()));

    assertThat(site.request().get("value", new Vehicle()).wheels).isZero();
  }
}
