package dev.signet.core;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.ws.rs.core.GenericType;
import java.util.List;
import java.util.Map;
import java.util.Objects;
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

  @Test
  @DisplayName("W2 the latest object read from an attribute counts")
  void latestHandOutCounts() {
    application.visit(session -> session.put("numbers", List.of(1)));

    application.visit(
        session -> {
          var integers = new GenericType<List<Integer>>() {};
          List<Integer> earlier = Objects.requireNonNull(session.get("numbers", integers));
          var longs = new GenericType<List<Long>>() {};
          List<Long> later = Objects.requireNonNull(session.get("numbers", longs));
          earlier.add(5);
          later.add(2L);
        });

    assertThat(application.request().get("numbers")).isEqualTo(List.of(1, 2));
  }
}
