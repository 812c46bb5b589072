package dev.signet.json;

import static dev.signet.json.Payloads.JSON;
import static dev.signet.json.Payloads.read;
import static dev.signet.json.Payloads.roundTrip;
import static dev.signet.json.Payloads.string;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.type.TypeReference;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What is put comes back as it was, through a payload. */
class ValuesTest {

  /** The kinds of things in a shop. */
  public enum Kind {
    FRUIT,
    /** A constant with a body has a class of its own. */
    EGG {
      @Override
      public String toString() {
        return "an egg";
      }
    }
  }

  /** A record with a bit of everything. */
  public record Item(
      String name, int count, @Nullable Kind kind, List<String> tags, @Nullable BigDecimal price) {}

  /** A bean with accessors. */
  public static final class Cart {
    private List<Item> items = new ArrayList<>();
    private @Nullable String note;

    public List<Item> getItems() {
      return items;
    }

    public void setItems(List<Item> items) {
      this.items = items;
    }

    public @Nullable String getNote() {
      return note;
    }

    public void setNote(String note) {
      this.note = note;
    }
  }

  private static final Item APPLE =
      new Item("äpple", 3, Kind.FRUIT, List.of("a", "b"), new BigDecimal("1.50"));

  @Test
  void arrays() {
    assertThat(roundTrip(new int[] {1, 2}, int[].class)).isEqualTo(new int[] {1, 2});
    assertThat(roundTrip(new String[] {"a"}, String[].class)).isEqualTo(new String[] {"a"});
    assertThat(roundTrip(new double[] {0.5, 2}, double[].class)).isEqualTo(new double[] {0.5, 2});
  }

  @Test
  void enums() {
    assertThat(roundTrip(Kind.EGG, Kind.class)).isEqualTo(Kind.EGG);
    assertThat(string(JSON.write("key", Kind.EGG))).isEqualTo("\"EGG\"");
    assertThat(roundTrip(Kind.EGG, Object.class)).isEqualTo("EGG");
  }

  @Test
  void records() {
    assertThat(roundTrip(APPLE, Item.class)).isEqualTo(APPLE);
    var bare = new Item("", 0, null, List.of(), null);
    assertThat(roundTrip(bare, Item.class)).isEqualTo(bare);
  }

  @Test
  void beans() {
    var cart = new Cart();
    cart.setItems(List.of(APPLE, APPLE));
    cart.setNote("n");
    assertThat(roundTrip(cart, Cart.class)).usingRecursiveComparison().isEqualTo(cart);
  }

  @Test
  void listsSetsAndMapsOfATypeOfTheirOwn() {
    var items = List.of(APPLE, APPLE);
    assertThat(roundTrip(items, new TypeReference<List<Item>>() {}.getType())).isEqualTo(items);
    var byKind = Map.of(Kind.EGG, Set.of(1L, 2L));
    var type = new TypeReference<Map<Kind, Set<Long>>>() {}.getType();
    assertThat(roundTrip(byKind, type)).isEqualTo(byKind);
    var byNumber = Map.of(1, "a", -2, "b");
    var numbers = new TypeReference<Map<Integer, String>>() {}.getType();
    assertThat(roundTrip(byNumber, numbers)).isEqualTo(byNumber);
  }

  @Test
  void valuesWithoutATypeComeAsJsonTellsThem() {
    Map<String, @Nullable Object> value = new LinkedHashMap<>();
    value.put("text", "x");
    value.put("int", 1);
    value.put("long", 5_000_000_000L);
    value.put("big", BigInteger.TWO.pow(64));
    value.put("double", 1.5);
    value.put("boolean", true);
    value.put("null", null);
    value.put("list", Arrays.asList(1, null, List.of(), Map.of()));
    assertThat(roundTrip(value, Object.class)).isEqualTo(value);
    assertThat(roundTrip(APPLE, Object.class))
        .isEqualTo(
            Map.of(
                "name",
                "äpple",
                "count",
                3,
                "kind",
                "FRUIT",
                "tags",
                List.of("a", "b"),
                "price",
                new BigDecimal("1.50")));
  }

  @Test
  void collectionsThatAreReadCanBeChanged() {
    List<Object> list = new ArrayList<>((List<?>) roundTrip(List.of(1), Object.class));
    assertThat(list.add(2)).isTrue();
    @SuppressWarnings("unchecked") // whatever is in it
    var read = (List<Object>) roundTrip(List.of(1), List.class);
    assertThat(read.add(2)).isTrue();
    @SuppressWarnings("unchecked") // whatever is in it
    var map = (Map<Object, Object>) roundTrip(Map.of("a", 1), Object.class);
    assertThat(map.put("b", 2)).isNull();
  }

  @Test
  void membersATypeDoesNotKnowAreLeftAside() {
    assertThat(read("{\"name\":\"n\",\"count\":1,\"tags\":[],\"added\":{\"x\":[1]}}", Item.class))
        .isEqualTo(new Item("n", 1, null, List.of(), null));
  }

  @Test
  void nullIsRecognised() {
    assertThat(JsonCodec.isNull(Payloads.text("null"))).isTrue();
    for (String json : List.of("true", "[  ]", "\"nu\"", "1234", "{  }", "0", "\"null\"")) {
      assertThat(JsonCodec.isNull(Payloads.text(json))).as(json).isFalse();
    }
  }

  @Test
  void textWithoutEscapesIsOneCopyOfTheBytes() {
    RawJson written = JSON.write("key", "äpple");
    assertThat(string(written).getBytes(UTF_8)).hasSize(2 + 6);
    assertThat(written.length()).isEqualTo(8);
  }
}
