package dev.signet.json;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.KeyDeserializer;
import com.fasterxml.jackson.databind.deser.std.StdDeserializer;
import java.io.IOException;

/**
 * Refuses to read a value whose JSON is the name of a class: the mapper's own deserializer would
 * load and initialize that class.
 */
final class ClassNameRefusal<T> extends StdDeserializer<T> {

  private static final long serialVersionUID = 1L;

  private static final String RULE = "no class is loaded by a name in JSON";

  private ClassNameRefusal(Class<?> type) {
    super(type);
  }

  static <T> ClassNameRefusal<T> of(Class<T> type) {
    return new ClassNameRefusal<>(type);
  }

  @Override
  public T deserialize(JsonParser parser, DeserializationContext context) throws IOException {
    return context.reportInputMismatch(this, RULE);
  }

  /** Refuses the name of a class as the key of a map. */
  static final class OfKey extends KeyDeserializer {

    @Override
    public Object deserializeKey(String key, DeserializationContext context) throws IOException {
      return context.reportInputMismatch(Class.class, RULE);
    }
  }
}
