package dev.signet.json;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.deser.std.StdDeserializer;
import com.fasterxml.jackson.databind.jsontype.TypeDeserializer;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Reads values without a declared type: strings, booleans, lists, maps, the smallest of {@code
 * Integer}, {@code Long} and {@code BigInteger} for an integer, and {@code Double} for a fraction.
 * A fraction whose value or scale a {@code Double} would lose is a {@code BigDecimal}, so that it
 * is written again as it was read.
 */
final class UntypedDeserializer extends StdDeserializer<Object> {

  private static final long serialVersionUID = 1L;

  UntypedDeserializer() {
    super(Object.class);
  }

  @Override
  public @Nullable Object deserialize(JsonParser parser, DeserializationContext context)
      throws IOException {
    return switch (parser.currentToken()) {
      case VALUE_STRING -> parser.getText();
      case VALUE_NUMBER_INT -> parser.getNumberValue();
      case VALUE_NUMBER_FLOAT -> fraction(parser);
      case VALUE_TRUE -> true;
      case VALUE_FALSE -> false;
      case VALUE_NULL -> null;
      case VALUE_EMBEDDED_OBJECT -> parser.getEmbeddedObject();
      case START_ARRAY -> list(parser, context);
      case START_OBJECT, FIELD_NAME, END_OBJECT -> map(parser, context);
      default -> context.handleUnexpectedToken(Object.class, parser);
    };
  }

  @Override
  public Object deserializeWithType(
      JsonParser parser, DeserializationContext context, TypeDeserializer types)
      throws IOException {
    return types.deserializeTypedFromAny(parser, context);
  }

  private static Number fraction(JsonParser parser) throws IOException {
    BigDecimal exact = parser.getDecimalValue();
    double rounded = exact.doubleValue();
    if (rounded == 0 && parser.getText().equals("-0.0")) {
      return -0.0; // BigDecimal has no negative zero
    }
    if (Double.isFinite(rounded)
        && ContentComparison.sameValueAndScale(new BigDecimal(Double.toString(rounded)), exact)) {
      return rounded;
    }
    return exact;
  }

  private List<@Nullable Object> list(JsonParser parser, DeserializationContext context)
      throws IOException {
    List<@Nullable Object> list = new ArrayList<>();
    while (parser.nextToken() != JsonToken.END_ARRAY) {
      list.add(deserialize(parser, context));
    }
    return list;
  }

  private Map<String, @Nullable Object> map(JsonParser parser, DeserializationContext context)
      throws IOException {
    Map<String, @Nullable Object> map = new LinkedHashMap<>();
    String name =
        parser.currentToken() == JsonToken.START_OBJECT
            ? parser.nextFieldName()
            : parser.currentName();
    while (name != null) {
      parser.nextToken();
      map.put(name, deserialize(parser, context));
      name = parser.nextFieldName();
    }
    return map;
  }
}
