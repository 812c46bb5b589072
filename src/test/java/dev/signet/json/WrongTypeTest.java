package dev.signet.json;

import static dev.signet.json.Payloads.JSON;
import static dev.signet.json.Payloads.read;
import static dev.signet.json.Payloads.text;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.fasterxml.jackson.core.type.TypeReference;
import dev.signet.SessionAttributeException;
import java.lang.reflect.Type;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Month;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class WrongTypeTest {

  private static final String SECRET = "hunter2";

  /** A record that is strict about its name. */
  public record Person(String name, int age) {
    /** Throws what names the value. */
    public Person {
      if (requireNonNull(name).equals(SECRET)) {
        throw new IllegalStateException("Not a name: " + name);
      }
    }
  }

  static Stream<Arguments> valuesOfAnotherType() {
    var listOfText = new TypeReference<List<String>>() {}.getType();
    var mapOfText = new TypeReference<Map<String, String>>() {}.getType();
    var mapOfNumbers = new TypeReference<Map<Integer, String>>() {}.getType();
    return Stream.of(
        Arguments.of("\"hunter2\"", Integer.class),
        Arguments.of("\"hunter2\"", UUID.class),
        Arguments.of("\"hunter2\"", Instant.class),
        Arguments.of("\"hunter2\"", LocalDate.class),
        Arguments.of("\"hunter2\"", DayOfWeek.class),
        Arguments.of("\"hunter2\"", List.class),
        Arguments.of("\"hunter2\"", Map.class),
        Arguments.of("\"hunter2\"", Person.class),
        Arguments.of("\"hunter2\"", Boolean.class),
        Arguments.of("\"hunter2\"", Character.class),
        Arguments.of("\"hunter2!\"", byte[].class),
        Arguments.of("\"hunter2\"", int[].class),
        Arguments.of("\"hunter2\"", Optional.class),
        Arguments.of("\"hunter2\"", Runnable.class),
        Arguments.of("{\"hunter2\":\"hunter2\"}", String.class),
        Arguments.of("{\"hunter2\":\"hunter2\"}", List.class),
        Arguments.of("{\"hunter2\":\"hunter2\"}", mapOfNumbers),
        Arguments.of("{\"name\":\"hunter2\",\"age\":1}", Person.class),
        Arguments.of("{\"name\":[\"hunter2\"],\"age\":1}", Person.class),
        Arguments.of("{\"name\":\"n\",\"age\":\"hunter2\"}", Person.class),
        Arguments.of("[\"hunter2\"]", String.class),
        Arguments.of("[\"hunter2\"]", Map.class),
        Arguments.of("[\"hunter2\"]", Person.class),
        Arguments.of("[\"hunter2\"]", new TypeReference<List<Integer>>() {}.getType()),
        Arguments.of("[[\"hunter2\"]]", listOfText),
        Arguments.of("{\"k\":[\"hunter2\"]}", mapOfText));
  }

  @ParameterizedTest
  @MethodSource("valuesOfAnotherType")
  @DisplayName("K1 Reading the wrong type names attribute and type, and not the value")
  void wrongType(String json, Type type) {
    assertThatExceptionOfType(SessionAttributeException.class)
        .isThrownBy(() -> JSON.read("the key", text(json), type))
        .withNoCause()
        .satisfies(e -> assertThat(e.key()).isEqualTo("the key"))
        .satisfies(e -> assertThat(e.type()).isEqualTo(type.getTypeName()))
        .satisfies(e -> assertThat(e.getSuppressed()).isEmpty())
        .withMessageContaining("'the key'")
        .withMessageContaining(type.getTypeName())
        .satisfies(e -> assertThat(e.toString()).doesNotContain(SECRET));
  }

  private static void refused(String json, Type type) {
    assertThatExceptionOfType(SessionAttributeException.class)
        .as("%s as %s", json, type)
        .isThrownBy(() -> read(json, type));
  }

  @Test
  @DisplayName("Other values are never converted to text silently, also inside a value")
  void textFromSomethingElse() {
    for (String json : List.of("5", "1.5", "true", "false", "null", "[\"a\"]", "{}")) {
      refused(json, String.class);
    }
    for (String json : List.of("5", "1.5", "true", "[\"a\"]", "{}")) {
      refused("[" + json + "]", new TypeReference<List<String>>() {}.getType());
      refused("[" + json + "]", String[].class);
      refused("{\"k\":" + json + "}", new TypeReference<Map<String, String>>() {}.getType());
      refused("{\"name\":" + json + ",\"age\":1}", Person.class);
    }
  }

  @Test
  @DisplayName("A number is no constant of an enum")
  void numberForAnEnum() {
    for (String json :
        List.of("0", "1", "\"0\"", "\"1\"", "\"\"", "\"may\"", "\"MAYBE\"", "true")) {
      refused(json, Month.class);
      refused(json, DayOfWeek.class);
      refused("[" + json + "]", new TypeReference<List<Month>>() {}.getType());
    }
  }

  @Test
  @DisplayName("Neither text nor numbers are converted to booleans")
  void booleanFromSomethingElse() {
    for (String json : List.of("0", "1", "\"true\"", "\"\"", "\"1\"", "[true]", "{}")) {
      refused(json, Boolean.class);
      refused(json, boolean.class);
    }
  }

  @Test
  @DisplayName("A list or object of one value is not converted to that value")
  void singleValuesAndLists() {
    refused("[5]", Integer.class);
    refused("5", List.class);
    refused("5", int[].class);
    refused("[{\"name\":\"n\",\"age\":1}]", Person.class);
    refused("{}", List.class);
    refused("[]", Map.class);
    refused("[]", Person.class);
    refused("\"\"", Person.class);
    refused("\"\"", Map.class);
    refused("\"\"", Instant.class);
  }

  @Test
  @DisplayName("A record with a new primitive component reads older sessions")
  void absentPrimitive() {
    assertThat(read("{\"name\":\"n\"}", Person.class)).isEqualTo(new Person("n", 0));
  }

  @Test
  @DisplayName("Null is read as no value")
  void nullIsNoValue() {
    for (Class<?> type : List.of(Object.class, Integer.class, Person.class, List.class)) {
      refused("null", type);
    }
  }

  @Test
  void interfacesWithoutAnImplementationAreRefused() {
    refused("{}", Comparable.class);
    refused("{}", Runnable.class);
    refused("[1,2]", Stream.class);
  }
}
