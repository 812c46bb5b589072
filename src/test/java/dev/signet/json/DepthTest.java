package dev.signet.json;

import static dev.signet.json.Payloads.JSON;
import static dev.signet.json.Payloads.with;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.signet.SessionAttributeException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DepthTest {

  private static Object lists(int levels) {
    return levels == 0 ? "inside" : List.of(lists(levels - 1));
  }

  private static Object maps(int levels) {
    return levels == 0 ? "inside" : Map.of("k", maps(levels - 1));
  }

  /** A bean that holds another. */
  public record Chain(@Nullable Chain next) {}

  private static String arrays(int levels) {
    return "[".repeat(levels) + "]".repeat(levels);
  }

  private static String objects(int levels) {
    return "{\"k\":".repeat(levels) + "1" + "}".repeat(levels);
  }

  @ParameterizedTest
  @DisplayName("R2 An attribute of as many as 64 levels is written and read back")
  @ValueSource(ints = {1, 2, 63, 64})
  void deepestValue(int levels) {
    assertThat(Payloads.roundTrip(lists(levels), Object.class)).isEqualTo(lists(levels));
    assertThat(Payloads.roundTrip(maps(levels), Object.class)).isEqualTo(maps(levels));
    assertThat(Payloads.roundTrip(lists(levels), List.class)).isEqualTo(lists(levels));
    RawJson text = JSON.write("key", maps(levels));
    assertThat(JSON.sameContent(text, JSON.write("key", lists(levels)))).isFalse();
  }

  @ParameterizedTest
  @DisplayName("R2 W12 An attribute of more levels is refused when it is written")
  @ValueSource(ints = {65, 66, 67, 1000, 5000})
  void tooDeepToWrite(int levels) {
    Chain chain = null;
    for (int i = 0; i < levels; i++) {
      chain = new Chain(chain);
    }
    for (Object value : List.of(lists(levels), maps(levels), chain)) {
      assertThatExceptionOfType(SessionAttributeException.class)
          .isThrownBy(() -> JSON.write("deep", value))
          .withMessageContaining("'deep'")
          .withMessageContaining("64 levels")
          .withNoCause();
    }
  }

  @Test
  @DisplayName("R2 An attribute of 64 levels is read, and a deeper one is a damaged session")
  void tooDeepToRead() {
    assertThat(Payloads.read(with("{\"a\":" + arrays(64) + "}"))).isNotNull();
    assertThat(Payloads.read(with("{\"a\":" + objects(64) + "}"))).isNotNull();
    for (int levels : new int[] {65, 1000, 10_000, 1_000_000}) {
      assertThat(Payloads.read(with("{\"a\":" + arrays(levels) + "}"))).isNull();
      assertThat(Payloads.read(with("{\"a\":" + objects(levels) + "}"))).isNull();
    }
  }

  @ParameterizedTest
  @DisplayName("R2 Depth is bounded everywhere in the payload")
  @ValueSource(ints = {100, 10_000})
  void deepElsewhere(int levels) {
    assertThat(Payloads.read(arrays(levels))).isNull();
    assertThat(Payloads.read(objects(levels))).isNull();
    assertThat(Payloads.read("[".repeat(levels))).isNull();
    assertThat(Payloads.read("{\"x\":" + arrays(levels) + "," + with("{}").substring(1))).isNull();
    assertThat(Payloads.read("{\"iat\":" + arrays(levels) + ",\"exp\":2,\"data\":{}}")).isNull();
  }

  @Test
  @DisplayName("W12 A cyclic value is refused without a stack overflow")
  void cycles() {
    List<Object> list = new ArrayList<>();
    list.add(list);
    Map<String, Object> map = new HashMap<>();
    map.put("list", List.of(map));
    Object[] array = new Object[1];
    array[0] = array;
    var bean = new Knot();
    bean.other = new Knot();
    bean.other.other = bean;
    for (Object value : new Object[] {list, map, array, bean}) {
      assertThatExceptionOfType(SessionAttributeException.class)
          .isThrownBy(() -> JSON.write("knot", value))
          .withMessageContaining("'knot'")
          .withNoCause();
    }
  }

  /** A bean that may hold itself. */
  public static final class Knot {
    public @Nullable Knot other;
  }
}
