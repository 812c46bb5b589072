package dev.signet.core;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import jakarta.ws.rs.core.GenericType;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Random values of the types that applications use. */
class ValuePropertiesTest {

  enum Color {
    RED,
    GREEN
  }

  record Item(
      String name,
      @Nullable BigDecimal price,
      long count,
      double weight,
      @Nullable Color color,
      Set<Integer> sizes,
      Map<Color, List<Instant>> dates) {}

  record Order(
      UUID id, LocalDate day, Duration left, BigInteger number, List<Item> items, boolean paid) {}

  private final Random random = new Random(20261129);

  private String text() {
    List<String> pieces = List.of("a", " ", "\"", "\\", "é", "語", "😀", "\n", "</", "{", "0");
    var text = new StringBuilder();
    for (int n = random.nextInt(6); n > 0; n--) {
      text.append(pieces.get(random.nextInt(pieces.size())));
    }
    return text.toString();
  }

  private BigDecimal decimal() {
    return new BigDecimal(new BigInteger(random.nextInt(100), random), random.nextInt(40) - 20);
  }

  private Instant instant() {
    return Instant.ofEpochSecond(random.nextInt(), random.nextInt(1_000_000_000));
  }

  private Item item() {
    return new Item(
        text(),
        random.nextInt(4) == 0 ? null : decimal(),
        random.nextLong() >> random.nextInt(64),
        random.nextGaussian() * Math.pow(10, random.nextInt(40) - 20),
        random.nextInt(4) == 0 ? null : Color.values()[random.nextInt(2)],
        Set.copyOf(random.ints(random.nextInt(4)).boxed().toList()),
        random.nextBoolean() ? Map.of() : Map.of(Color.RED, List.of(instant(), instant())));
  }

  private Order order() {
    List<Item> items = new ArrayList<>();
    for (int n = random.nextInt(3); n > 0; n--) {
      items.add(item());
    }
    return new Order(
        new UUID(random.nextLong(), random.nextLong()),
        LocalDate.ofEpochDay(random.nextInt(100_000)),
        Duration.ofNanos(random.nextLong()),
        new BigInteger(random.nextInt(300), random),
        items,
        random.nextBoolean());
  }

  @Test
  @DisplayName("V1 V2 A value is equal after typed and untyped reads and changes beside it")
  void valueIsEqualAfterReadsAndChangesBesideIt() {
    var type = new GenericType<Map<String, Order>>() {};
    for (int i = 0; i < 500; i++) {
      var site = new TestApplication();
      var value = new LinkedHashMap<>(Map.of("kept", order(), "beside", order()));
      Order changed = order();

      site.visit(session -> session.put("orders", value));
      site.visit(session -> assertThat(session.get("orders", type)).isEqualTo(value));
      assertThat(site.visit(session -> assertThat(session.get("orders")).isNotNull())).isEmpty();
      site.visit(
          session -> {
            @SuppressWarnings("unchecked") // it is such a map
            var untyped = (Map<String, Object>) requireNonNull(session.get("orders"));
            untyped.put("beside", changed);
          });

      assertThat(site.request().get("orders", type))
          .isEqualTo(Map.of("kept", value.get("kept"), "beside", changed));
    }
  }
}
