package dev.signet.json;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Whether {@link FastValueWriter} and {@link FastValueReader} do what a mapper does. */
final class FastPath {

  private FastPath() {}

  /** Returns whether a mapper writes and reads common values as Signet's settings do. */
  static boolean agreesWith(ObjectMapper mapper) {
    Map<String, @Nullable Object> value = new LinkedHashMap<>();
    value.put("b/é", Arrays.asList("x", "<'é😀\n\"", 1, 5_000_000_000L, true, null, ""));
    value.put("a", new LinkedHashMap<>(Map.of("none", List.of(), "", Map.of())));
    value.put("null", null);
    Object read = List.of("x", 1, 5_000_000_000L, true, List.of(), Map.of("é", List.of(1)));
    try {
      byte[] text = FastValueWriter.write(read);
      return Arrays.equals(FastValueWriter.write(value), mapper.writeValueAsBytes(value))
          && Arrays.equals(text, mapper.writeValueAsBytes(read))
          && read.equals(mapper.readValue(text, Object.class));
    } catch (IOException | RuntimeException e) {
      return false;
    }
  }
}
