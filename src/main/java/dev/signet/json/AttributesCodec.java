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
 * All attributes of a session as one JSON object and back, for stores that keep them in one place.
 * Values are text and stay as they are, letter by letter. Safe for use by many threads.
 */
public final class AttributesCodec {

  private final JsonFactory factory;

  /**
   * @param json whose set-up is used
   */
  public AttributesCodec(JsonCodec json) {
    this.factory = json.factory();
  }

  /**
   * Returns the object, its names in order, so that a reader finds his way.
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

  /** Returns JSON text by name, or null where the text is not a JSON object. */
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
      return null; // it would quote the text
    }
  }
}
