package dev.signet.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.signet.SessionAttributeException;
import jakarta.ws.rs.core.GenericType;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class TypedReadTest {

  private final TestApplication application = new TestApplication();

  enum Plan {
    FREE,
    PAID {
      @Override
      boolean isPaid() {
        return true;
      }
    };

    boolean isPaid() {
      return false;
    }
  }

  record Address(String street, int number) {}

  /** Returns a session that came with a request and holds a value. */
  private RequestSession holding(Object value) {
    application.visit(session -> session.put("value", value));
    return application.request();
  }

  @Test
  @DisplayName("S3 a fallback with more methods than the interface gets its own class")
  void classesOfCollections() {
    LinkedHashSet<String> set = holding(List.of("b", "a")).get("value", new LinkedHashSet<>());
    assertThat(set).containsExactly("b", "a");
  }

  @Test
  @DisplayName("K1 a refusal by a type itself is reported without the value")
  void refusedByTheTypeItself() {
    RequestSession session = holding(List.of(2024, 99, 98));
    assertThatExceptionOfType(SessionAttributeException.class)
        .isThrownBy(() -> session.get("value", LocalDate.class))
        .withMessageNotContainingAny("99", "98");
  }

  @Test
  @DisplayName("K1 an attribute name cannot start a new line in a log")
  void nameWithALineBreak() {
    assertThatExceptionOfType(SessionAttributeException.class)
        .isThrownBy(() -> application.request().put("x\r\nforged", new Object()))
        .withMessageContaining("'x??forged'");
  }

  @Test
  @DisplayName("S3 a list, set or map as fallback is read as its interface")
  void interfacesOfCollections() {
    for (List<String> fallback :
        List.of(List.<String>of(), new CopyOnWriteArrayList<String>(), Arrays.asList("x"))) {
      List<String> list = holding(List.of("a")).get("value", fallback);
      assertThat(list).containsExactly("a");
    }
    for (Set<String> fallback : List.of(Set.<String>of(), new LinkedHashSet<String>())) {
      Set<String> set = holding(List.of("a")).get("value", fallback);
      assertThat(set).containsExactly("a");
    }
    for (Map<String, Integer> fallback :
        List.of(Map.<String, Integer>of(), new HashMap<String, Integer>())) {
      Map<String, Integer> map = holding(Map.of("a", 1)).get("value", fallback);
      assertThat(map).isEqualTo(Map.of("a", 1));
    }
  }

  @Test
  @DisplayName("S3 sorted collections stay sorted, and a queue stays a queue")
  void sortedCollections() {
    RequestSession letters = holding(List.of("b", "a"));

    SortedSet<String> set = letters.get("value", new TreeSet<>());
    Deque<String> queue = holding(List.of("b", "a")).get("value", new ArrayDeque<>());
    SortedMap<String, Integer> map = holding(Map.of("b", 1, "a", 2)).get("value", new TreeMap<>());

    assertThat(set).containsExactly("a", "b");
    assertThat(queue.peekLast()).isEqualTo("a");
    assertThat(map.firstKey()).isEqualTo("a");
  }

  @Test
  @DisplayName("S3 a value read with a fallback can be changed, even if the fallback is immutable")
  void whatIsReadCanBeChanged() {
    RequestSession session = holding(List.of("a"));

    List<String> list = session.get("value", List.of());
    list.add("b");
    application.respond(session);

    assertThat(application.request().get("value")).isEqualTo(List.of("a", "b"));
  }

  @Test
  @DisplayName("S3 a constant with a body is read as its enum")
  void enumWithBodies() {
    assertThat(holding(Plan.FREE).get("value", Plan.PAID).isPaid()).isFalse();
    assertThat(holding(Plan.PAID).get("value", Plan.FREE).isPaid()).isTrue();
    assertThat(holding(DayOfWeek.MONDAY).get("value", DayOfWeek.FRIDAY))
        .isEqualTo(DayOfWeek.MONDAY);
  }

  @Test
  @DisplayName("S3 a time zone is read as TimeZone for any class of fallback")
  void timeZones() {
    RequestSession session = holding(ZoneId.of("Europe/Vienna"));

    assertThat(session.get("value", ZoneId.of("UTC"))).isEqualTo(ZoneId.of("Europe/Vienna"));
    assertThat(session.<ZoneId>get("value", ZoneOffset.UTC)).isEqualTo(ZoneId.of("Europe/Vienna"));
  }

  @Test
  @DisplayName("S3 scalars, records and generic types are read as they were put")
  void otherTypes() {
    var uuid = new UUID(1, 2);

    assertThat(holding(3).get("value", 0)).isEqualTo(3);
    assertThat(holding(3).get("value", int.class)).isEqualTo(3);
    assertThat(holding(3).get("value", 0L)).isEqualTo(3L);
    assertThat(holding("x").get("value", "")).isEqualTo("x");
    assertThat(holding(TestApplication.START).get("value", Instant.EPOCH))
        .isEqualTo(TestApplication.START);
    assertThat(holding(new Address("Elm", 7)).get("value", Address.class))
        .isEqualTo(new Address("Elm", 7));
    assertThat(holding(Set.of(uuid)).get("value", new GenericType<List<UUID>>() {}))
        .containsExactly(uuid);
    assertThat(holding(new byte[] {1}).get("value", new GenericType<byte[]>() {}))
        .containsExactly(1);
  }

  @Test
  @DisplayName("S3 the fallback is returned if the attribute is absent")
  void fallbackItself() {
    List<String> fallback = new ArrayList<>();

    assertThat(application.request().get("value", fallback)).isSameAs(fallback);
    assertThat(application.request().get("value", String.class)).isNull();
    assertThat(application.request().get("value", new GenericType<List<String>>() {})).isNull();
  }

  @Test
  @DisplayName("S3 K1 reading the wrong type throws an exception with key and type, not the value")
  void wrongType() {
    RequestSession session = holding("4711-0815");

    assertThatExceptionOfType(SessionAttributeException.class)
        .isThrownBy(() -> session.get("value", Integer.class))
        .withMessageContaining("Attribute 'value' cannot be read as java.lang.Integer")
        .withMessageNotContaining("4711")
        .withNoCause();
    assertThatExceptionOfType(SessionAttributeException.class)
        .isThrownBy(() -> session.get("value", new GenericType<List<UUID>>() {}))
        .withMessageContaining("java.util.List<java.util.UUID>");
    assertThatExceptionOfType(SessionAttributeException.class)
        .isThrownBy(() -> session.get("value", 0));
    assertThat(session.get("value")).isEqualTo("4711-0815");
    assertThat(application.respond(session)).isEmpty();
  }

  @Test
  @DisplayName("S3 a number that does not fit is an error and is never cut")
  void numberThatDoesNotFit() {
    RequestSession session = holding(3_000_000_000L);

    assertThatExceptionOfType(SessionAttributeException.class)
        .isThrownBy(() -> session.get("value", 0));
    assertThat(session.get("value", 0L)).isEqualTo(3_000_000_000L);
    assertThatExceptionOfType(SessionAttributeException.class)
        .isThrownBy(() -> holding(1.5).get("value", 0));
  }
}
