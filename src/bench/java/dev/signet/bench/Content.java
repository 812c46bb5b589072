package dev.signet.bench;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** What an application keeps in a session: who it is, a cart, and perhaps a text half written. */
final class Content {

  /** Below this there is nobody but the visitor in it. */
  private static final int WITH_CART = 200;

  private Content() {}

  /** Returns attributes that take about so many bytes as JSON, 50 or more. */
  static Map<String, Object> of(int size) throws IOException {
    Map<String, Object> content = new LinkedHashMap<>();
    content.put("user_id", 48213);
    content.put("name", "Grace Hopper");
    if (size >= WITH_CART) {
      content.put("roles", List.of("editor", "admin"));
      content.put("csrf", "k4Jm2vXw9qTz0bH7rYcE5n");
      content.put("theme", "dark");
      content.put("signed_in", "2026-11-21T09:24:17Z");
      content.put(
          "cart",
          IntStream.rangeClosed(1, Math.max(1, size / 100 - 1)).mapToObj(Content::item).toList());
    }
    int room = size - new ObjectMapper().writeValueAsBytes(content).length;
    if (room > 12) {
      content.put("draft", "Dear Sir or Madam, ".repeat(size).substring(0, room - 11));
    }
    return content;
  }

  private static Map<String, Object> item(int number) {
    Map<String, Object> item = new LinkedHashMap<>();
    item.put("sku", "EGG-" + number);
    item.put("count", 2);
    item.put("gift", false);
    return item;
  }

  /** A benchmark that does not do what it says is worth nothing. */
  static void requireSame(Object expected, Object actual) {
    if (!expected.equals(actual)) {
      throw new IllegalStateException("%s instead of %s".formatted(actual, expected));
    }
  }
}
