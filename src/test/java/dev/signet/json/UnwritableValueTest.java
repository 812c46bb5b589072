package dev.signet.json;

import static dev.signet.json.Payloads.JSON;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.signet.SessionAttributeException;
import java.io.ByteArrayInputStream;
import java.util.AbstractList;
import java.util.AbstractMap;
import java.util.Collections;
import java.util.ConcurrentModificationException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class UnwritableValueTest {

  private static final String SECRET = "hunter2";

  /** A bean whose getter fails with what it would have shown. */
  public static final class Failing {
    private @Nullable String name;

    public String getName() {
      return requireNonNull(name, "Cannot show " + SECRET);
    }

    public void setName(String name) {
      this.name = name;
    }
  }

  /** A bean whose getter fails as beans do that load the rest of them late. */
  public static final class FailingDeep {
    public List<Failing> getAll() {
      return List.of(new Failing());
    }
  }

  /** A list that cannot be gone through. */
  private static final class Unsteady extends AbstractList<String> {
    @Override
    public String get(int index) {
      throw new ConcurrentModificationException(SECRET);
    }

    @Override
    public int size() {
      return 3;
    }
  }

  /** A map that fails before the first entry. */
  private static final class UnsteadyMap extends AbstractMap<String, String> {
    @Override
    public Set<Entry<String, String>> entrySet() {
      throw new UnsupportedOperationException(SECRET);
    }
  }

  static Stream<Object> valuesThatAreNoJson() {
    return Stream.of(
        new Object(),
        Optional.of(SECRET),
        Optional.empty(),
        OptionalInt.of(1),
        List.of(Optional.of(SECRET)),
        new Failing(),
        new FailingDeep(),
        new Unsteady(),
        new UnsteadyMap(),
        Map.of(SECRET, new Failing()),
        Collections.singletonMap(null, SECRET),
        new ByteArrayInputStream(new byte[1]));
  }

  @ParameterizedTest
  @MethodSource("valuesThatAreNoJson")
  @DisplayName("W12 K1 The error for a value that cannot become JSON names key and type only")
  void noJson(Object value) {
    String type = value.getClass().getTypeName();
    assertThatExceptionOfType(SessionAttributeException.class)
        .isThrownBy(() -> JSON.write("the key", value))
        .withNoCause()
        .satisfies(e -> assertThat(e.key()).isEqualTo("the key"))
        .satisfies(e -> assertThat(e.type()).isEqualTo(type))
        .satisfies(e -> assertThat(e.getSuppressed()).isEmpty())
        .withMessageContaining("'the key'")
        .withMessageContaining(type)
        .satisfies(e -> assertThat(e.toString()).doesNotContain(SECRET));
  }

  @Test
  @DisplayName("W12 A failed value does not affect the next one")
  void writingGoesOn() {
    for (int i = 0; i < 100; i++) {
      assertThatExceptionOfType(SessionAttributeException.class)
          .isThrownBy(() -> JSON.write("key", List.of("begun", new Failing())));
      assertThat(Payloads.string(JSON.write("key", List.of("x")))).isEqualTo("[\"x\"]");
    }
  }
}
