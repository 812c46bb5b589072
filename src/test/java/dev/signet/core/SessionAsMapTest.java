package dev.signet.core;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A session does what a {@link LinkedHashMap} does, within a request and over many of them. */
class SessionAsMapTest {

  private static final int OPERATIONS = 3_000;
  private static final List<String> KEYS = List.of("a", "b", "c", "d", "e", "");
  private static final List<Object> VALUES =
      List.of("x", "y", 1, 2, true, List.of(), List.of(1, "x"), Map.of("k", List.of(2)));

  /** Does something with a map, the same each time, and returns what comes of it. */
  private interface Operation {
    @Nullable Object on(Map<String, Object> map);
  }

  /** Each draws keys and values first, so that both maps get the same. */
  private static final List<Function<Random, Operation>> OPERATIONS_OF_MAPS =
      List.of(
          random -> with(random, (map, key, value) -> map.put(key, value)),
          random -> with(random, (map, key, value) -> map.putIfAbsent(key, value)),
          random -> with(random, (map, key, value) -> map.get(key)),
          random -> with(random, (map, key, value) -> map.getOrDefault(key, value)),
          random -> with(random, (map, key, value) -> map.containsKey(key)),
          random -> with(random, (map, key, value) -> map.containsValue(value)),
          random -> with(random, (map, key, value) -> map.remove(key)),
          random -> with(random, (map, key, value) -> map.remove(key, value)),
          random -> with(random, (map, key, value) -> map.replace(key, value)),
          random -> with(random, (map, key, value) -> map.replace(key, "x", value)),
          random -> with(random, (map, key, value) -> map.computeIfAbsent(key, k -> value)),
          random -> with(random, (map, key, value) -> map.computeIfAbsent(key, k -> null)),
          random -> with(random, (map, key, value) -> map.computeIfPresent(key, (k, v) -> value)),
          random -> with(random, (map, key, value) -> map.computeIfPresent(key, (k, v) -> null)),
          random ->
              with(
                  random,
                  (map, key, value) -> map.compute(key, (k, v) -> v == null ? value : null)),
          random -> with(random, (map, key, value) -> map.merge(key, value, (v, w) -> "" + v + w)),
          random -> with(random, (map, key, value) -> map.merge(key, value, (v, w) -> null)),
          random -> with(random, SessionAsMapTest::putAll),
          random -> with(random, SessionAsMapTest::replaceAll),
          random -> with(random, (map, key, value) -> map.keySet().remove(key)),
          random -> with(random, (map, key, value) -> map.keySet().removeAll(List.of(key, "a"))),
          random -> with(random, (map, key, value) -> map.keySet().retainAll(KEYS.subList(1, 6))),
          random -> with(random, (map, key, value) -> map.keySet().contains(key)),
          random -> with(random, (map, key, value) -> map.values().remove(value)),
          random -> with(random, (map, key, value) -> map.values().removeIf(value::equals)),
          random -> with(random, (map, key, value) -> map.values().contains(value)),
          random ->
              with(random, (map, key, value) -> map.entrySet().contains(Map.entry(key, value))),
          random -> with(random, (map, key, value) -> map.entrySet().remove(Map.entry(key, value))),
          random ->
              with(
                  random,
                  (map, key, value) -> map.entrySet().removeIf(e -> e.getValue().equals(value))),
          random -> with(random, SessionAsMapTest::setFirst),
          random -> with(random, SessionAsMapTest::removeSecond),
          random -> with(random, SessionAsMapTest::clearSometimes));

  private interface WithKeyAndValue {
    @Nullable Object on(Map<String, Object> map, String key, Object value);
  }

  private static Operation with(Random random, WithKeyAndValue operation) {
    String key = oneOf(KEYS, random);
    Object value = oneOf(VALUES, random);
    return map -> operation.on(map, key, value);
  }

  private static <T> T oneOf(List<T> choices, Random random) {
    return choices.get(random.nextInt(choices.size()));
  }

  private static @Nullable Object putAll(Map<String, Object> map, String key, Object value) {
    var more = new LinkedHashMap<String, Object>();
    more.put(key, value);
    more.put("e", 5);
    map.putAll(more);
    return null;
  }

  private static @Nullable Object replaceAll(Map<String, Object> map, String key, Object value) {
    map.replaceAll((k, v) -> k.equals(key) ? value : v);
    return null;
  }

  private static @Nullable Object setFirst(Map<String, Object> map, String key, Object value) {
    Iterator<Map.Entry<String, Object>> entries = map.entrySet().iterator();
    return entries.hasNext() ? entries.next().setValue(value) : null;
  }

  private static @Nullable Object removeSecond(Map<String, Object> map, String key, Object value) {
    Iterator<String> keys = map.keySet().iterator();
    if (map.size() > 1) {
      keys.next();
      keys.next();
      keys.remove();
    }
    return keys.hasNext() ? keys.next() : null;
  }

  private static @Nullable Object clearSometimes(
      Map<String, Object> map, String key, Object value) {
    if (key.isEmpty()) {
      map.clear();
    }
    return null;
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5})
  @DisplayName("S3 H4 the session behaves like a map in any order of calls, also in later requests")
  void doesWhatAMapDoes(long seed) {
    var random = new Random(seed);
    TestApplication application = new TestApplication();
    Map<String, Object> model = new LinkedHashMap<>();
    RequestSession session = application.request();

    for (int i = 0; i < OPERATIONS; i++) {
      Operation operation = oneOf(OPERATIONS_OF_MAPS, random).apply(random);
      Object expected = operation.on(model);

      assertThat(operation.on(session)).as("operation %d", i).isEqualTo(expected);
      assertSame(session, model);
      if (random.nextInt(10) == 0) {
        application.respond(session);
        session = application.request();
        assertThat(session).as("next request after operation %d", i).isEqualTo(model);
        model = new LinkedHashMap<>(session); // the order of keys is not promised
      }
    }
  }

  @Test
  @DisplayName("S3 entries are equal to entries with the same key and value only")
  void entriesAreEqualByKeyAndValue() {
    RequestSession session = new TestApplication().request();
    session.put("a", 1);

    Map.Entry<String, Object> entry = session.entrySet().iterator().next();

    assertThat(entry.equals(Map.entry("a", 1))).isTrue();
    assertThat(entry.equals(Map.entry("a", 2))).isFalse();
    assertThat(entry.equals(Map.entry("b", 1))).isFalse();
  }

  private static void assertSame(RequestSession session, Map<String, Object> model) {
    assertThat(session.equals(model)).isTrue();
    assertThat(model.equals(session)).isTrue();
    assertThat(session.hashCode()).isEqualTo(model.hashCode());
    assertThat(session.size()).isEqualTo(model.size());
    assertThat(session.isEmpty()).isEqualTo(model.isEmpty());
    assertThat(session.keySet()).isEqualTo(model.keySet());
    assertThat(session.entrySet()).isEqualTo(model.entrySet());
    assertThat(session.entrySet().hashCode()).isEqualTo(model.entrySet().hashCode());
    assertThat(new ArrayList<>(session.values())).isEqualTo(new ArrayList<>(model.values()));
    assertThat(session.entrySet().toString()).as("K1").isEqualTo(model.keySet().toString());
    assertThat(session.values().toString()).as("K1").isEqualTo("Values[not shown]");
  }
}
