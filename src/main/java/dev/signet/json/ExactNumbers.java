package dev.signet.json;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.BeanDescription;
import com.fasterxml.jackson.databind.DeserializationConfig;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.deser.BeanDeserializerModifier;
import com.fasterxml.jackson.databind.deser.std.DelegatingDeserializer;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.Set;

/**
 * Refuses numbers that the mapper would truncate silently, at any depth of a value: integers that
 * do not fit into a byte, float or double. Leaves all other values to the mapper.
 */
final class ExactNumbers extends BeanDeserializerModifier {

  private static final long serialVersionUID = 1L;

  private static final Set<Class<?>> TRUNCATED =
      Set.of(Byte.class, byte.class, Float.class, float.class, Double.class, double.class);

  @Override
  public JsonDeserializer<?> modifyDeserializer(
      DeserializationConfig config, BeanDescription description, JsonDeserializer<?> deserializer) {
    return TRUNCATED.contains(description.getBeanClass()) ? new Exact(deserializer) : deserializer;
  }

  private static final class Exact extends DelegatingDeserializer {

    private static final long serialVersionUID = 1L;

    Exact(JsonDeserializer<?> delegate) {
      super(delegate);
    }

    @Override
    protected JsonDeserializer<?> newDelegatingInstance(JsonDeserializer<?> delegate) {
      return new Exact(delegate);
    }

    @Override
    public Object deserialize(JsonParser parser, DeserializationContext context)
        throws IOException {
      Object value = super.deserialize(parser, context);
      return parser.currentToken().isNumeric() && !fits(parser, (Number) value)
          ? context.handleWeirdNumberValue(handledType(), (Number) value, "does not fit")
          : value;
    }

    /** Fractions may be rounded, as in every JSON reader; integers must be exact. */
    private static boolean fits(JsonParser parser, Number value) throws IOException {
      double read = value.doubleValue();
      return !Double.isInfinite(read)
          && (parser.currentToken() == JsonToken.VALUE_NUMBER_FLOAT
              || new BigDecimal(read).compareTo(parser.getDecimalValue()) == 0);
    }
  }
}
