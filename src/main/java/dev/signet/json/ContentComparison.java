package dev.signet.json;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.TreeMap;

/**
 * Compares the content of JSON texts. Numbers are equal if value and scale are: 1.1 and 1.10
 * differ, as two {@code BigDecimal} do. Work is proportional to the size of the texts, apart from
 * sorting, whatever hash codes the strings have. Thread-safe.
 */
final class ContentComparison {

  private final ObjectReader reader;

  ContentComparison(ObjectMapper mapper) {
    this.reader =
        mapper
            .reader()
            .with(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .without(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES);
  }

  /** Returns whether two texts have the same content, regardless of the order of keys. */
  boolean same(RawJson a, RawJson b) throws IOException {
    return tree(a).equals(ContentComparison::compare, tree(b));
  }

  private static int compare(JsonNode a, JsonNode b) {
    if (!a.isBigDecimal() || !b.isBigDecimal()) {
      return a.equals(b) ? 0 : 1;
    }
    return sameValueAndScale(a.decimalValue(), b.decimalValue()) ? 0 : 1;
  }

  static boolean sameValueAndScale(BigDecimal a, BigDecimal b) {
    return a.scale() == b.scale() && a.compareTo(b) == 0;
  }

  /** Returns whether two texts are lists of the same elements, regardless of their order. */
  boolean sameElements(RawJson a, RawJson b) throws IOException {
    JsonNode first = tree(a);
    JsonNode second = tree(b);
    return first.isArray()
        && second.isArray()
        && first.size() == second.size()
        && Arrays.equals(elements(first, false), elements(second, false));
  }

  /** Returns whether two texts have the same content, regardless of the order in any list. */
  boolean sameInAnyOrder(RawJson a, RawJson b) throws IOException {
    return canonical(tree(a), true).equals(canonical(tree(b), true));
  }

  private JsonNode tree(RawJson text) throws IOException {
    return reader.readTree(text.source(), text.start(), text.length());
  }

  private static String canonical(JsonNode node, boolean anyOrder) {
    var text = new StringBuilder();
    add(text, node, anyOrder);
    return text.toString();
  }

  private static void add(StringBuilder text, JsonNode node, boolean anyOrder) {
    if (node.isObject()) {
      var members = new TreeMap<String, JsonNode>();
      node.properties().forEach(member -> members.put(member.getKey(), member.getValue()));
      text.append('{');
      members.forEach(
          (name, value) -> {
            addString(text, name);
            add(text, value, anyOrder);
          });
      text.append('}');
    } else if (node.isArray()) {
      text.append('[');
      if (anyOrder) {
        text.append(String.join(",", elements(node, true)));
      } else {
        node.forEach(element -> add(text, element, false));
      }
      text.append(']');
    } else if (node.isTextual()) {
      addString(text, node.textValue());
    } else {
      text.append(node.asText()).append(',');
    }
  }

  /** The length before the characters makes the text unambiguous. */
  private static void addString(StringBuilder text, String string) {
    text.append('"').append(string.length()).append(':').append(string);
  }

  private static String[] elements(JsonNode array, boolean anyOrder) {
    var elements = new String[array.size()];
    for (int i = 0; i < elements.length; i++) {
      elements[i] = canonical(array.get(i), anyOrder);
    }
    Arrays.sort(elements);
    return elements;
  }
}
