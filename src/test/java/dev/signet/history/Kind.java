package dev.signet.history;

import static java.util.Objects.requireNonNull;

import jakarta.ws.rs.core.GenericType;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.DayOfWeek;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** The kinds of values in histories. Values of two kinds never have the same JSON text. */
enum Kind {
  STRING,
  TEXT,
  INT,
  LONG,
  DECIMAL,
  BIG_INTEGER,
  BOOLEAN,
  INSTANT,
  UNIQUE,
  CONSTANT,
  POINT,
  BYTES,
  LIST,
  SET,
  MAP,
  CART,
  /** Two of them fit into a cookie, three do not. */
  MEDIUM,
  /** Fits into a store only. */
  BIG;

  static final int EACH = 7;

  private static final int THOUSAND = 1000;

  private static final Map<Kind, List<Object>> EXAMPLES = new EnumMap<>(Kind.class);

  static {
    for (Kind kind : values()) {
      EXAMPLES.put(kind, IntStream.range(0, EACH).mapToObj(kind::object).toList());
    }
  }

  /** Returns the type to read. */
  Type type() {
    return switch (this) {
      case STRING, TEXT, MEDIUM, BIG -> String.class;
      case INT -> Integer.class;
      case LONG -> Long.class;
      case DECIMAL -> BigDecimal.class;
      case BIG_INTEGER -> BigInteger.class;
      case BOOLEAN -> Boolean.class;
      case INSTANT -> Instant.class;
      case UNIQUE -> UUID.class;
      case CONSTANT -> DayOfWeek.class;
      case POINT -> Point.class;
      case BYTES -> byte[].class;
      case LIST -> new GenericType<List<String>>() {}.getType();
      case SET -> new GenericType<Set<Integer>>() {}.getType();
      case MAP -> new GenericType<Map<String, Integer>>() {}.getType();
      case CART -> Cart.class;
    };
  }

  /** Returns whether the objects can be changed in place. */
  boolean isMutable() {
    return switch (this) {
      case BYTES, LIST, SET, MAP, CART -> true;
      default -> false;
    };
  }

  /** Returns the share of a cookie, in thirds. */
  int thirds() {
    return this == BIG ? 3 : this == MEDIUM ? 1 : 0;
  }

  /** Returns a new object, a different one for each number. */
  Object object(int n) {
    return switch (this) {
      case STRING -> "s" + n;
      case TEXT -> "\"\\\u00e9\ud83d\ude00\n;," + n;
      case INT -> n;
      case LONG -> 10_000_000_000L + n;
      case DECIMAL -> new BigDecimal(n + ".123456789012345678901234567890");
      case BIG_INTEGER -> BigInteger.TEN.pow(30).add(BigInteger.valueOf(n));
      case BOOLEAN -> n == 1;
      case INSTANT -> Instant.parse("2026-01-01T00:00:00.123456789Z").plusSeconds(n);
      case UNIQUE -> new UUID(1L << 62, n);
      case CONSTANT -> DayOfWeek.of(n % 7 + 1);
      case POINT -> new Point(n, -n, "p");
      case BYTES -> new byte[] {(byte) n, 1, 2, -1};
      case LIST -> new ArrayList<>(numbers(n).stream().map(i -> "l" + i).toList());
      case SET -> new TreeSet<>(numbers(n));
      case MAP -> new TreeMap<>(Map.of("m", n));
      case CART -> Cart.holding(n);
      case MEDIUM -> "m".repeat(THOUSAND - 1) + n;
      case BIG -> "b".repeat(5 * THOUSAND) + n;
    };
  }

  private static List<Integer> numbers(int n) {
    return IntStream.rangeClosed(0, n).boxed().toList();
  }

  /** Changes an object of this kind in place into the one of another number. */
  @SuppressWarnings("unchecked") // the kind says what the object is
  void change(Object object, int n) {
    switch (this) {
      case BYTES -> ((byte[]) object)[0] = (byte) n;
      case LIST -> replace((Collection<Object>) object, (Collection<?>) object(n));
      case SET -> replace((Collection<Object>) object, (Collection<?>) object(n));
      case MAP -> ((Map<String, Integer>) object).put("m", n);
      case CART -> ((Cart) object).count = n;
      default -> throw new IllegalArgumentException(name());
    }
  }

  private static void replace(Collection<Object> old, Collection<?> now) {
    old.clear();
    old.addAll(now);
  }

  /** Returns an object to compare with, the same one each time. */
  private Object example(int n) {
    return requireNonNull(EXAMPLES.get(this)).get(n);
  }

  /** Returns whether an object of this kind is the one of a number. */
  boolean isObject(int n, @Nullable Object object) {
    return switch (this) {
      case BYTES -> object instanceof byte[] bytes && Arrays.equals(bytes, (byte[]) example(n));
      case CART -> object instanceof Cart cart && cart.count == n;
      default -> example(n).equals(object);
    };
  }

  /**
   * Returns whether an untyped read may return an object: the same value, in the types of JSON
   * unless it was put by this request.
   */
  boolean isUntyped(int n, @Nullable Object object) {
    return isObject(n, object)
        || switch (this) {
          case STRING, TEXT, MEDIUM, BIG, BOOLEAN, INT -> false;
          case LONG, DECIMAL, BIG_INTEGER ->
              object instanceof Number number
                  && new BigDecimal(number.toString())
                          .compareTo(new BigDecimal(example(n).toString()))
                      == 0;
          case SET, LIST ->
              object instanceof Collection<?> found
                  && List.copyOf(found).equals(List.copyOf((Collection<?>) example(n)));
          case MAP, CART, POINT -> object instanceof Map;
          case INSTANT, UNIQUE, CONSTANT, BYTES ->
              object instanceof String || object instanceof Number;
        };
  }
}
