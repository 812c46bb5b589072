package dev.signet.json;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import dev.signet.SessionAttributeException;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Converts all attributes of a session to one JSON object and back, for stores that keep them in a
 * single column or key. Values are JSON text and are copied unchanged. Thread-safe.
 */
public final class AttributesCodec {

  private final JsonFactory factory;

  /**
   * @param json provides the configured JSON factory
   */
  public AttributesCodec(JsonCodec json) {
    this.factory = json.factory();
  }

  /**
   * Returns the attributes as one JSON object, sorted by name.
   *
   * @param attributes JSON text by name
   * @throws SessionAttributeException if a name cannot become JSON
   */
  public String write(Map<String, String> attributes) {
    var object = new StringBuilder("{");
    new TreeMap<>(attributes)
        .forEach(
            (name, value) -> {
              if (object.length() > 1) {
                object.append(',');
              }
              object.append(new String(JsonCodec.name(name), UTF_8)).append(':').append(value);
            });
    return object.append('}').toString();
  }

  /** Returns JSON text by name, or null if the text is not one JSON object. */
  public @Nullable Map<String, String> read(String text) {
    try (JsonParser parser = factory.createParser(text)) {
      if (parser.nextToken() != JsonToken.START_OBJECT) {
        return null;
      }
      Map<String, String> attributes = new HashMap<>();
      for (var name = parser.nextFieldName(); name != null; name = parser.nextFieldName()) {
        parser.nextToken();
        int start = (int) parser.currentTokenLocation().getCharOffset();
        parser.skipChildren();
        parser.finishToken();
        int end = (int) parser.currentLocation().getCharOffset();
        attributes.put(name, text.substring(start, end));
      }
      boolean whole = parser.currentToken() == JsonToken.END_OBJECT && parser.nextToken() == null;
      return whole ? attributes : null;
    } catch (IOException e) {
      return null; // the exception would quote the text
    }
  }
}
