package dev.signet.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** What a map leaves open for null, and what a session does there. */
class SessionNullsTest {

  private final RequestSession session = new TestApplication().request();

  @BeforeEach
  void earlier() {
    session.put("a", 1);
  }

  @Test
  @DisplayName("S3 put of null removes the attribute and returns its value")
  void putOfNullRemoves() {
    assertThat(session.put("a", null)).isEqualTo(1);
    assertThat(session.put("a", null)).isNull();
    assertThat(session).isEmpty();
  }

  @Test
  @DisplayName("S3 putAll removes attributes with null values")
  @SuppressWarnings("NullAway") // the point of it
  void putAllOfNullRemoves() {
    Map<String, Object> more = new HashMap<>(Map.of("b", 2));
    more.put("a", null);

    session.putAll(more);

    assertThat(session).isEqualTo(Map.of("b", 2));
  }

  @Test
  @DisplayName("S3 a value that serialises to null removes the attribute")
  void valueThatIsNullInJsonRemoves() {
    session.put("a", new AtomicReference<>());

    assertThat(session).isEmpty();
  }

  @Test
  @DisplayName("S3 putIfAbsent of null changes nothing")
  @SuppressWarnings("NullAway") // the point of it
  void putIfAbsentOfNullChangesNothing() {
    assertThat(session.putIfAbsent("a", null)).isEqualTo(1);
    assertThat(session.putIfAbsent("b", null)).isNull();
    assertThat(session).isEqualTo(Map.of("a", 1));
  }

  @Test
  @DisplayName("S3 replaceAll and setValue refuse null")
  @SuppressWarnings("NullAway") // the point of it
  void replaceAllAndSetValueRefuseNull() {
    assertThatNullPointerException().isThrownBy(() -> session.replaceAll((key, value) -> null));
    assertThatNullPointerException()
        .isThrownBy(() -> session.entrySet().iterator().next().setValue(null));
    assertThat(session).isEqualTo(Map.of("a", 1));
  }

  @Test
  @DisplayName("S3 a key that is null or not a string is never present")
  void keysThatCannotBeThere() {
    assertThat(session.get((Object) null)).isNull();
    assertThat(session.containsKey(null)).isFalse();
    assertThat(session.containsValue(null)).isFalse();
    assertThat(session.remove(null)).isNull();
    Object noText = 1;
    assertThat(session.get(noText)).isNull();
    assertThat(session.containsKey(noText)).isFalse();
    assertThat(session.remove(noText)).isNull();
  }

  @Test
  @DisplayName("S3 a key that is null cannot be put or read as a type")
  @SuppressWarnings("NullAway") // the point of it
  void nullIsNoKey() {
    assertThatNullPointerException().isThrownBy(() -> session.put(null, 1));
    assertThatNullPointerException()
        .isThrownBy(() -> session.putAll(Collections.singletonMap(null, 1)));
    assertThatNullPointerException().isThrownBy(() -> session.get(null, String.class));
    assertThatNullPointerException().isThrownBy(() -> session.get("b", (Object) null));
    assertThat(session).isEqualTo(Map.of("a", 1));
  }

  @Test
  @DisplayName("S3 an entry that was removed cannot be set")
  void entryThatWasRemovedCannotBeSet() {
    var entry = session.entrySet().iterator().next();
    session.clear();

    assertThatIllegalStateException().isThrownBy(() -> entry.setValue(2));
    assertThat(session).isEmpty();
  }
}
