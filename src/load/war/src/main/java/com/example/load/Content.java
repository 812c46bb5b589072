package com.example.load;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

/** What an application keeps in a session: 200 bytes as JSON. */
public final class Content {

  private static final AtomicInteger USERS = new AtomicInteger(10_000);

  private Content() {}

  /** Returns the attributes of a session that begins. */
  public static Map<String, Object> fresh() {
    Map<String, Object> content = new LinkedHashMap<>();
    content.put("user_id", USERS.incrementAndGet());
    content.put("name", "Grace Hopper");
    content.put("roles", List.of("editor", "admin"));
    content.put("csrf", "k4Jm2vXw9qTz0bH7rYcE5n");
    content.put("theme", "dark");
    content.put("signed_in", "2026-11-21T09:24:17Z");
    content.put("cart", List.of(Map.of("sku", "EGG-1", "count", 2, "gift", false)));
    content.put("count", 0);
    return content;
  }

  /** Returns the body of every answer, so that all have the same length. */
  public static String greeting(Object name) {
    return "Hello, " + name + "!\n";
  }
}
