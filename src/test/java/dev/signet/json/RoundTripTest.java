package dev.signet.json;

import static dev.signet.json.Payloads.roundTrip;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonProperty.Access;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.annotation.JsonValue;
import com.fasterxml.jackson.core.type.TypeReference;
import dev.signet.SessionAttributeException;
import jakarta.json.JsonNumber;
import jakarta.json.bind.annotation.JsonbTransient;
import java.lang.reflect.Proxy;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.net.URI;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.time.Year;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Currency;
import java.util.Date;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TimeZone;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Values of every kind: kept as they are, or refused. */
@SuppressWarnings({
  "ArrayRecordComponent",
  "ClassCanBeStatic",
  "EffectivelyPrivate",
  "JavaUtilDate",
  "UnusedVariable"
}) // the shapes of classes are the subject
class RoundTripTest {

  /** A new one for each test, because it remembers the classes that it has checked. */
  private final JsonCodec json = new JsonCodec();

  public record Point(int x, int y) {}

  public record Line(Point from, @Nullable Point to, Set<String> tags) {}

  public record Photo(String name, byte[] data, double[][] scale) {}

  public record Tree(String name, List<Tree> children) {}

  public record Page<T>(List<T> items, @Nullable T first) {}

  public record UserId(@JsonValue String value) {
    @JsonCreator
    public static UserId of(String value) {
      return new UserId(value);
    }
  }

  public record Account(@Nullable UserId id, Map<DayOfWeek, Duration> hours, Locale locale) {}

  /** A bean without equals. */
  public static class Cart {
    private List<Point> items = new ArrayList<>();
    private @Nullable Instant at;
    private transient int cached = 7;
    @JsonIgnore private String ignored = "deliberately";
    private final Map<String, List<BigDecimal>> prices = new HashMap<>();

    public List<Point> getItems() {
      return items;
    }

    public void setItems(List<Point> items) {
      this.items = items;
    }

    public @Nullable Instant getAt() {
      return at;
    }

    public void setAt(Instant at) {
      this.at = at;
    }

    public Map<String, List<BigDecimal>> getPrices() {
      return prices;
    }

    @JsonIgnore
    public int getCached() {
      return cached + ignored.length();
    }
  }

  /** An immutable class as written by hand. */
  public static final class Temperature {
    private final double degrees;

    @JsonCreator
    public Temperature(@com.fasterxml.jackson.annotation.JsonProperty("degrees") double degrees) {
      this.degrees = degrees;
    }

    public double getDegrees() {
      return degrees;
    }
  }

  @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
  @JsonSubTypes({
    @JsonSubTypes.Type(value = Circle.class, name = "circle"),
    @JsonSubTypes.Type(value = Square.class, name = "square")
  })
  public interface Shape {}

  public record Circle(int radius) implements Shape {}

  public record Square(int side) implements Shape {}

  public record Drawing(List<Shape> shapes) {}

  private static Cart cart() {
    var cart = new Cart();
    cart.setItems(List.of(new Point(1, 2)));
    cart.setAt(Instant.EPOCH);
    cart.getPrices().put("a", List.of(new BigDecimal("1.10")));
    return cart;
  }

  static Stream<Arguments> commonValues() {
    var line = new Line(new Point(1, 2), null, Set.of("c", "b", "a", "d"));
    Map<Object, Object> byUuid = new HashMap<>(Map.of(new UUID(1, 2), List.of(line)));
    return Stream.of(
            "text",
            'c',
            1,
            2L,
            (short) 3,
            (byte) 4,
            0.5,
            0.25f,
            new BigDecimal("1.10"),
            BigInteger.TEN.pow(50),
            new UUID(3, 4),
            URI.create("https://example.org/?a=b"),
            Locale.CANADA_FRENCH,
            Currency.getInstance("EUR"),
            TimeZone.getTimeZone("Europe/Vienna"),
            new Date(1),
            Locale.forLanguageTag("zh-Hans-CN-u-ca-buddhist"),
            -0.0,
            Float.MIN_VALUE,
            new BigDecimal("1E+500"),
            Duration.ofNanos(-1),
            Year.of(-44),
            Instant.MIN,
            Instant.now(),
            LocalDate.EPOCH,
            ZonedDateTime.of(2026, 10, 25, 2, 30, 0, 5, ZoneId.of("Europe/Vienna")),
            ZoneId.of("Europe/Vienna"),
            Duration.ofNanos(5),
            Period.ofDays(3),
            Year.of(2026),
            YearMonth.of(2026, 1),
            DayOfWeek.FRIDAY,
            new byte[] {1, 2},
            new int[] {1},
            new String[] {"a"},
            new Point[] {new Point(1, 2)},
            EnumSet.of(DayOfWeek.MONDAY),
            new EnumMap<>(Map.of(DayOfWeek.MONDAY, 1)),
            new Point(1, 2),
            line,
            new Line(new Point(1, 2), new Point(3, 4), Set.of()),
            new Photo("a", new byte[] {1}, new double[][] {{0.5}}),
            new Tree("root", List.of(new Tree("leaf", List.of()))),
            new Page<>(List.of(new Point(1, 2)), new Point(1, 2)),
            new UserId("u"),
            new Account(new UserId("u"), Map.of(DayOfWeek.MONDAY, Duration.ZERO), Locale.GERMANY),
            cart(),
            new Temperature(36.6),
            new Drawing(List.of(new Circle(1), new Square(2))),
            List.of(),
            List.of(line, line),
            Arrays.asList(null, new UserId("u"), cart()),
            new ArrayDeque<>(List.of(LocalDate.EPOCH)),
            new TreeSet<>(Set.of("b", "a")),
            new HashSet<>(Set.of(new Point(1, 2), new Point(2, 1))),
            new TreeMap<>(Map.of("b", 1, "a", 2)),
            Map.of(1, "a", 2, "b"),
            Map.of(DayOfWeek.MONDAY, Set.of(1L, 2L)),
            Map.of(5L, List.of(Map.of("a", Optional.class.getSimpleName()))),
            Map.of(LocalDate.EPOCH, line),
            byUuid,
            Map.entry("a", 1))
        .map(Arguments::of);
  }

  @ParameterizedTest(name = "{index}")
  @MethodSource("commonValues")
  @DisplayName("V1 Values of the types that applications commonly use are accepted, every time")
  void commonValuesAreAccepted(Object value) {
    for (int i = 0; i < 3; i++) {
      assertThatCode(() -> json.write("key", value)).doesNotThrowAnyException();
      assertThatCode(() -> json.write("key", List.of("x", value))).doesNotThrowAnyException();
    }
  }

  public record Named(Object payload) {}

  public static class LooseHolder {
    public @Nullable Object payload;
  }

  public record ShapeHolder(@Nullable Plain plain) {}

  /** Cannot be made from JSON. */
  public interface Plain {
    int size();
  }

  public record Small(int size) implements Plain {}

  public record Outer(@Nullable NoConstructor inner) {}

  public static final class NoConstructor {
    private final int size;

    private NoConstructor(int size, int unused) {
      this.size = size + unused;
    }

    public int getSize() {
      return size;
    }
  }

  public static final class HalfWritten {
    private int shown = 1;
    private String hidden = "x";

    static HalfWritten changed() {
      var changed = new HalfWritten();
      changed.hidden = "y";
      return changed;
    }

    public int getShown() {
      return shown;
    }

    public void setShown(int shown) {
      this.shown = shown;
    }

    String hidden() {
      return hidden;
    }
  }

  public static final class WriteOnlyCopy {
    private String name = "";

    public String getName() {
      return name + "!";
    }

    public void setName(String name) {
      this.name = name;
    }
  }

  public static final class Jsonb {
    public String name = "Ada";
    @JsonbTransient public String passwordHash = "hunter2";
  }

  public record JsonbHolder(@Nullable Jsonb held) {}

  public record DateHolder(java.sql.Date date) {}

  public record ClassHolder(Class<?> type) {}

  public record Key(int a, int b) {}

  public class Inner {
    public int size = 1;
  }

  public static final class OddId {
    private final String value;

    private OddId(String value, int unused) {
      this.value = value + unused;
    }

    @JsonValue
    String value() {
      return value;
    }
  }

  public record OddHolder(@Nullable OddId id) {}

  private static JsonNumber number() {
    return (JsonNumber)
        Proxy.newProxyInstance(
            RoundTripTest.class.getClassLoader(),
            new Class<?>[] {JsonNumber.class},
            (proxy, method, arguments) ->
                switch (method.getName()) {
                  case "isIntegral" -> true;
                  case "hashCode" -> 1;
                  case "equals" -> proxy == arguments[0];
                  case "getValueType" -> jakarta.json.JsonValue.ValueType.NUMBER;
                  default -> throw new UnsupportedOperationException();
                });
  }

  static Stream<Arguments> valuesThatAreLost() {
    Supplier<String> lambda = () -> "x";
    Runnable empty = () -> {};
    return Stream.of(
        Arguments.of("lambda", lambda),
        Arguments.of("empty lambda", empty),
        Arguments.of("thread", Thread.currentThread()),
        Arguments.of("exception", new IllegalStateException("x")),
        Arguments.of("inner class", new RoundTripTest().new Inner()),
        Arguments.of(
            "anonymous class",
            new Object() {
              public int size = 1;
            }),
        Arguments.of("JSON-P", number()),
        Arguments.of("JSON-P inside", Map.of("n", number())),
        Arguments.of("JSON-B", new Jsonb()),
        Arguments.of("JSON-B inside", new JsonbHolder(new Jsonb())),
        Arguments.of("no constructor", new NoConstructor(1, 2)),
        Arguments.of("no constructor inside", new Outer(new NoConstructor(1, 2))),
        Arguments.of("record as key", Map.of(new Key(1, 2), "x")),
        Arguments.of("interface", new ShapeHolder(new Small(1))),
        Arguments.of("any object", new Named(new Point(1, 2))),
        Arguments.of("any long", new Named(5L)),
        Arguments.of("polymorphic elements", List.of(new Circle(1))),
        Arguments.of("polymorphic values", Map.of("a", new Square(1))),
        Arguments.of("half written", HalfWritten.changed()),
        Arguments.of("changing", new WriteOnlyCopy()),
        Arguments.of("SQL date", new java.sql.Date(0)),
        Arguments.of("SQL date inside", new DateHolder(new java.sql.Date(0))),
        Arguments.of("SQL time", new java.sql.Time(0)),
        Arguments.of("nanoseconds", java.sql.Timestamp.from(Instant.ofEpochSecond(1, 1))),
        Arguments.of("class", String.class),
        Arguments.of("class inside", new ClassHolder(String.class)),
        Arguments.of("class as key", Map.of(String.class, 1)),
        Arguments.of("pattern", Pattern.compile("a", Pattern.CASE_INSENSITIVE)),
        Arguments.of("value without creator", new OddId("a", 1)),
        Arguments.of("value without creator inside", new OddHolder(new OddId("a", 1))));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("valuesThatAreLost")
  @DisplayName("V1 K1 A value that would not come back is refused with attribute, type and reason")
  void valueThatIsLostIsRefused(String what, Object value) {
    for (int i = 0; i < 3; i++) {
      assertThatExceptionOfType(SessionAttributeException.class)
          .as(what)
          .isThrownBy(() -> json.write("the key", value))
          .withMessageContaining("'the key'")
          .withMessageContaining(value.getClass().getTypeName())
          .withMessageNotContaining("hunter2")
          .withNoCause();
    }
    var customized = new JsonCodec(builder -> {});
    assertThatExceptionOfType(SessionAttributeException.class)
        .as("with a mapper that the application has adjusted")
        .isThrownBy(() -> customized.write("key", value));
    Object inside = new ArrayList<>(List.of("x", new LinkedHashMap<>(Map.of("y", value))));
    assertThatExceptionOfType(SessionAttributeException.class)
        .isThrownBy(() -> json.write("key", inside));
  }

  @Test
  @DisplayName("V1 A property that was null or empty at first is checked when it is not")
  void laterPropertyIsChecked() {
    json.write("key", new Outer(null));
    json.write("key", new OddHolder(null));
    json.write("key", new ShapeHolder(null));
    json.write("key", new JsonbHolder(null));
    json.write("key", new Named("text"));
    json.write("key", new LooseHolder());
    json.write("key", new Point(1, 2));

    var loose = new LooseHolder();
    loose.payload = new Point(1, 2);
    for (Object later :
        List.of(
            new Outer(new NoConstructor(1, 2)),
            new OddHolder(new OddId("a", 1)),
            new ShapeHolder(new Small(1)),
            new JsonbHolder(new Jsonb()),
            new Named(new Point(1, 2)),
            loose,
            List.of(loose))) {
      assertThatExceptionOfType(SessionAttributeException.class)
          .as(later.getClass().getName())
          .isThrownBy(() -> json.write("key", later));
    }
  }

  public record Member(String name, @JsonIgnore int age) {}

  public record Counted(String name, @JsonProperty(access = Access.READ_ONLY) int count) {}

  public record Credentials(
      String name, @JsonProperty(access = Access.WRITE_ONLY) @Nullable String password) {}

  @JsonIgnoreProperties("note")
  public record Order(int number, @Nullable String note) {}

  @JsonInclude(JsonInclude.Include.NON_EMPTY)
  public record Tagged(@Nullable String name, @Nullable List<String> tags) {}

  public static class Person {
    public String name = "Ada";
  }

  public static class Employee extends Person {
    public String firm = "Analytical";
  }

  public record Meeting(Person guest) {}

  static Stream<Arguments> valuesThatAreLostLater() {
    return Stream.of(
        Arguments.of(new Member("a", 0), new Member("a", 7)),
        Arguments.of(new Counted("a", 0), new Counted("a", 7)),
        Arguments.of(new Credentials("a", null), new Credentials("a", "hunter2")),
        Arguments.of(new Order(1, null), new Order(1, "x")),
        Arguments.of(new Tagged("a", List.of("b")), new Tagged("", List.of())),
        Arguments.of(new HalfWritten(), HalfWritten.changed()),
        Arguments.of(new Meeting(new Person()), new Meeting(new Employee())),
        Arguments.of(
            List.of(new Meeting(new Person()), new Employee()), new Meeting(new Employee())));
  }

  @ParameterizedTest(name = "{index}")
  @MethodSource("valuesThatAreLostLater")
  @DisplayName("V1 A value that is lost is refused after another of its class was accepted")
  void lostValueIsRefusedAfterAnother(Object kept, Object lost) {
    for (int i = 0; i < 2; i++) {
      json.write("key", kept);
      for (Object value : List.of(lost, List.of(lost), Map.of("a", lost))) {
        assertThatExceptionOfType(SessionAttributeException.class)
            .isThrownBy(() -> json.write("key", value))
            .withMessageNotContaining("hunter2");
      }
    }
  }

  @Test
  @DisplayName("V1 Generic values come back as the generic type that they were put as")
  void genericValuesComeBack() {
    var page = new Page<>(List.of(new Point(1, 2)), new Point(3, 4));

    assertThat(roundTrip(page, new TypeReference<Page<Point>>() {}.getType())).isEqualTo(page);
  }

  @Test
  @DisplayName("V1 K2 Kinds that the application names come back alone and as a typed property")
  void namedKindsComeBack() {
    assertThat(roundTrip(new Circle(1), Shape.class)).isEqualTo(new Circle(1));
    var drawing = new Drawing(List.of(new Circle(1), new Square(2)));
    assertThat(roundTrip(drawing, Drawing.class)).isEqualTo(drawing);
  }

  @Test
  @DisplayName("V1 The reason names what to change")
  void reasonNamesWhatToChange() {
    assertReason(new Jsonb(), "JSON-B annotations");
    assertReason(new JsonbHolder(new Jsonb()), "JSON-B annotations");
    assertReason(HalfWritten.changed(), "field 'hidden'");
    assertReason(new java.sql.Date(0), "time zone");
    assertReason(new DateHolder(new java.sql.Date(0)), "java.sql.Date");
    assertReason(new RoundTripTest().new Inner(), "make it static");
    assertReason((Supplier<String>) () -> "x", "lambda");
    assertReason(List.of(new Circle(1)), "Circle");
    assertReason(new IllegalStateException("x"), "is an exception");
    assertReason(Thread.currentThread(), "is a thread");
    assertReason(String.class, "no class is loaded");
    assertReason(new Object() {}, "is an anonymous class");
    assertReason(new NoConstructor(1, 2), "cannot read it back");
    assertReason(new Outer(new NoConstructor(1, 2)), "cannot read it back");
    assertReason(new WriteOnlyCopy(), "with other content");
    assertReason(Map.of(new Key(1, 2), "x"), "keys of " + Key.class.getName() + ": ");
  }

  private void assertReason(Object value, String reason) {
    assertThatExceptionOfType(SessionAttributeException.class)
        .isThrownBy(() -> json.write("key", value))
        .withMessageContaining(reason);
  }
}
