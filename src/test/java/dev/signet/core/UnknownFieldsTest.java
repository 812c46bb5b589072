package dev.signet.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.signet.SessionAttributeException;
import jakarta.ws.rs.core.GenericType;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Two versions of an application may be at work at once: the older keeps what the newer wrote. */
class UnknownFieldsTest {

  private static final String STORED =
      "{\"user\":{ \"name\" : \"Ada\" , \"score\":1.50, \"tags\":[\"\\u0061\"] },\"visits\":3}";

  private final TestApplication application = new TestApplication();

  /** Knows the name only. */
  static final class User {
    public String name = "";
  }

  record UserRecord(String name) {}

  @BeforeEach
  void earlier() {
    application.keepTokenOf(application.claims(STORED));
  }

  @Test
  @DisplayName("W1 reading as a type without one of the fields sends nothing")
  void readingAsASmallerTypeSendsNothing() {
    assertThat(
            application.visit(session -> assertThat(session.get("user", User.class)).isNotNull()))
        .isEmpty();
  }

  @Test
  @DisplayName("W1 reading as one type and then as another sends nothing")
  void readingAsTwoTypesSendsNothing() {
    assertThat(
            application.visit(
                session -> {
                  assertThat(session.get("user", User.class)).isNotNull();
                  assertThat(session.get("user", Map.of())).hasSize(3);
                  assertThat(session.get("user", UserRecord.class))
                      .isEqualTo(new UserRecord("Ada"));
                  assertThat(session.values()).hasSize(2);
                }))
        .isEmpty();
  }

  @Test
  @DisplayName("W1 putting back a value read as a smaller type sends nothing")
  void puttingBackSendsNothing() {
    assertThat(
            application.visit(
                session ->
                    session.put("user", Objects.requireNonNull(session.get("user", User.class)))))
        .isEmpty();
    assertThat(
            application.visit(
                session -> {
                  assertThat(session.get("user", UserRecord.class)).isNotNull();
                  session.put("user", new UserRecord("Ada"));
                }))
        .isEmpty();
  }

  @Test
  @DisplayName(
      "W2 a value of another class replaces the fields too that the class read did not have")
  void puttingAnotherClassReplacesUnknownFields() {
    application.visit(
        session -> {
          assertThat(session.get("user", User.class)).isNotNull();
          session.put("user", Map.of("name", "Ada"));
        });

    assertThat(application.request().get("user")).isEqualTo(Map.of("name", "Ada"));
  }

  @Test
  @DisplayName("W1 a value that was only read is written back unchanged")
  void onlyReadIsWrittenLetterByLetter() {
    application.visit(
        session -> {
          assertThat(session.get("user", User.class)).isNotNull();
          session.put("visits", 4);
        });

    assertThat(application.payload())
        .endsWith("\"data\":" + STORED.replace("\"visits\":3", "\"visits\":4") + "}");
  }

  @Test
  @DisplayName("W2 a change made through the smaller type is saved")
  void changeThroughTheSmallerTypeIsSaved() {
    application.visit(
        session -> Objects.requireNonNull(session.get("user", User.class)).name = "Eve");

    assertThat(application.request().get("user", UserRecord.class))
        .isEqualTo(new UserRecord("Eve"));
  }

  @Test
  @DisplayName("W2 a change is not lost when the attribute is read as another type afterwards")
  void changeOutlivesReadingAsAnotherType() {
    application.visit(
        session -> {
          Objects.requireNonNull(session.get("user", User.class)).name = "Eve";
          assertThat(session.get("user", UserRecord.class)).isEqualTo(new UserRecord("Eve"));
        });

    assertThat(application.request().get("user", UserRecord.class))
        .isEqualTo(new UserRecord("Eve"));
  }

  @Test
  @DisplayName("W2 a change is not lost when the attribute is then read as an immutable type")
  void changeOutlivesReadingAsText() {
    application.visit(
        session -> {
          session.put("bytes", new byte[] {1, 2, 3});
          Objects.requireNonNull(session.get("bytes", byte[].class))[0] = 9;
          assertThat(session.get("bytes", String.class)).isEqualTo("CQID");
        });

    assertThat(application.request().get("bytes", byte[].class)).containsExactly(9, 2, 3);
  }

  private static final GenericType<List<Integer>> INTEGERS = new GenericType<>() {};
  private static final GenericType<List<Long>> LONGS = new GenericType<>() {};

  private RequestSession withNumbers() {
    application.visit(session -> session.put("numbers", List.of(1)));
    return application.request();
  }

  private static <T> T read(RequestSession session, GenericType<T> type) {
    return Objects.requireNonNull(session.get("numbers", type));
  }

  @Test
  @DisplayName("W2 a change of an object is saved although the attribute was then read as another")
  void changeOfTheEarlierObject() {
    RequestSession session = withNumbers();
    List<Integer> integers = read(session, INTEGERS);
    List<Long> longs = read(session, LONGS);
    assertThat(longs).containsExactly(1L);

    integers.add(5);

    assertThat(session.get("numbers")).isSameAs(integers);
    assertThat(application.respond(session)).isPresent();
    assertThat(application.request().get("numbers")).isEqualTo(List.of(1, 5));
  }

  @Test
  @DisplayName("W2 each read as another type returns the changes of the object before")
  void changesInTurn() {
    RequestSession session = withNumbers();
    List<Integer> integers = read(session, INTEGERS);
    assertThat(read(session, LONGS)).containsExactly(1L);
    assertThat(read(session, INTEGERS)).isSameAs(integers);
    integers.add(2);
    List<Long> longs = read(session, LONGS);
    assertThat(longs).containsExactly(1L, 2L);
    longs.add(3L);
    List<Integer> later = read(session, INTEGERS);
    assertThat(later).containsExactly(1, 2, 3);
    later.remove(0);

    assertThat(session.get("numbers", new GenericType<Set<Integer>>() {})).containsExactly(2, 3);
    assertThat(application.respond(session)).isPresent();
    assertThat(application.request().get("numbers")).isEqualTo(List.of(2, 3));
  }

  @Test
  @DisplayName("W2 the same change of two objects of one attribute is one change")
  void sameChangeTwice() {
    RequestSession session = withNumbers();
    List<Integer> integers = read(session, INTEGERS);
    read(session, LONGS).add(2L);
    integers.add(2);

    assertThat(application.respond(session)).isPresent();
    assertThat(application.request().get("numbers")).isEqualTo(List.of(1, 2));
  }

  @Test
  @DisplayName("W2 W9 different changes of two objects of one attribute are an error")
  void conflict() {
    RequestSession session = withNumbers();
    List<Integer> integers = read(session, INTEGERS);
    read(session, LONGS).add(2L);
    integers.add(5);

    assertThatExceptionOfType(SessionAttributeException.class)
        .isThrownBy(() -> session.decide(false))
        .withMessageContaining("Attribute 'numbers' was read as several types, and two of the")
        .withMessageContaining("Change one of them only");
  }

  @Test
  @DisplayName("W2 W9 a change of an object that does not have the changes of another is an error")
  void changeOfAStaleObject() {
    RequestSession session = withNumbers();
    List<Integer> integers = read(session, INTEGERS);
    List<Long> longs = read(session, LONGS);
    integers.add(2);
    assertThat(read(session, LONGS)).containsExactly(1L, 2L);

    longs.add(3L);

    assertThatExceptionOfType(SessionAttributeException.class)
        .isThrownBy(() -> session.decide(false))
        .withMessageContaining("so that one change would be lost");
  }

  @Test
  @DisplayName("W2 put ends the conflict of two objects of one attribute")
  void putAfterConflict() {
    RequestSession session = withNumbers();
    List<Integer> integers = read(session, INTEGERS);
    read(session, LONGS).add(2L);
    integers.add(5);
    session.put("numbers", integers);

    assertThat(application.respond(session)).isPresent();
    assertThat(application.request().get("numbers")).isEqualTo(List.of(1, 5));
  }

  @Test
  @DisplayName("W1 W2 several objects of one attribute without a change send nothing")
  void noChange() {
    RequestSession session = withNumbers();
    read(session, INTEGERS).add(5);
    read(session, LONGS).remove(5L);
    assertThat(read(session, INTEGERS)).containsExactly(1);

    assertThat(application.respond(session)).isEmpty();
  }
}
