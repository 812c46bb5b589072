package dev.signet.json;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import dev.signet.SessionAttributeException;
import java.io.IOException;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.net.URI;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;

/**
 * Converts the values of attributes to JSON text and back. Exceptions name the attribute and the
 * type, never the value; the mapper's exception would quote it, so it is not their cause.
 * Thread-safe.
 */
public final class JsonCodec {

  private static final Set<Type> FAST_TYPES =
      Set.of(Object.class, String.class, Integer.class, Long.class, Boolean.class);

  private static final RawJson NULL = RawJson.of("null");

  private final ObjectMapper mapper = JacksonSetup.create();
  private final ObjectReader treeReader =
      mapper.reader().with(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS);

  JsonFactory factory() {
    return mapper.getFactory();
  }

  /** Returns whether a text is JSON's null, which is no value of an attribute. */
  public static boolean isNull(RawJson text) {
    return text.equals(NULL);
  }

  /**
   * Returns whether a value is of a type known to be immutable, so that its text never changes.
   * Values of all other types are taken for mutable.
   */
  public static boolean isImmutable(Object value) {
    return value instanceof String
        || value instanceof Boolean
        || value instanceof Integer
        || value instanceof Long
        || value instanceof Double
        || value instanceof Enum
        || value instanceof UUID
        || value instanceof Character
        || value instanceof Float
        || value instanceof Short
        || value instanceof Byte
        || value.getClass() == BigDecimal.class
        || value.getClass() == BigInteger.class
        || value instanceof URI
        || value.getClass().getPackageName().equals("java.time");
  }

  /**
   * Returns the length of an attribute's name as JSON text, in bytes, with its quotation marks.
   *
   * @throws SessionAttributeException if it cannot become JSON
   */
  public static int nameLength(String name) {
    for (int i = 0; i < name.length(); i++) {
      if (!Utf8Builder.isPlainAscii(name.charAt(i))) {
        return name(name).length;
      }
    }
    return name.length() + 2;
  }

  /**
   * Returns an attribute's name as JSON text.
   *
   * @throws SessionAttributeException if it cannot become JSON
   */
  static byte[] name(String name) {
    var text = new Utf8Builder(name.length() + 2);
    addName(text, name);
    return text.text();
  }

  /**
   * Adds an attribute's name to a text.
   *
   * @throws SessionAttributeException if it cannot become JSON
   */
  static void addName(Utf8Builder text, String name) {
    try {
      text.addQuoted(name);
    } catch (IllegalArgumentException e) {
      String type = String.class.getTypeName();
      throw new SessionAttributeException(
          name,
          type,
          "The name of attribute '%s' cannot become JSON: it has an unpaired surrogate, which is not a character (RFC 8259, 8.2). Cut text between code points, not between chars."
              .formatted(name));
    }
  }

  /**
   * Writes a value.
   *
   * @param key the attribute's name, for the message
   * @param value the value, not null
   * @throws SessionAttributeException if it cannot become JSON
   */
  public RawJson write(String key, Object value) {
    try {
      byte[] plain = FastValueWriter.write(value);
      if (plain != null) {
        return new RawJson(plain);
      }
      requireFinite(value);
      byte[] text = mapper.writeValueAsBytes(value);
      requireWholeCharacters(text);
      return new RawJson(text);
    } catch (JacksonException | RuntimeException e) {
      String type = value.getClass().getTypeName();
      throw new SessionAttributeException(
          key,
          type,
          "Attribute '%s' of type %s cannot become JSON (%s). A session holds what Jackson writes and reads: scalars, java.time, lists, maps, records, beans, nested at most %d levels. Put one of these, or annotate the type for Jackson."
              .formatted(key, type, e.getClass().getSimpleName(), JacksonSetup.MAX_DEPTH));
    }
  }

  /** JSON has no NaN and no Infinity (RFC 8259, 6); written as strings they are read as strings. */
  private static void requireFinite(Object value) {
    if ((value instanceof Double || value instanceof Float)
        && !Double.isFinite(((Number) value).doubleValue())) {
      throw new IllegalArgumentException();
    }
  }

  /**
   * The mapper escapes characters from {@code D800} on only if they are unpaired surrogates, and
   * cannot read names with one.
   */
  private static void requireWholeCharacters(byte[] text) {
    for (int i = 0; i < text.length - 3; i++) {
      if (text[i] == '\\' && text[++i] == 'u' && text[i + 1] == 'D' && text[i + 2] >= '8') {
        throw new IllegalArgumentException();
      }
    }
  }

  /**
   * Reads a value.
   *
   * @param key the attribute's name, for the message
   * @param text the value as text
   * @param type the type to read; {@code Object.class} for an untyped value
   * @throws SessionAttributeException if it is not of that type
   */
  public Object read(String key, RawJson text, Type type) {
    try {
      Object plain = FAST_TYPES.contains(type) ? FastValueReader.read(text) : null;
      if (plain != null && (type == Object.class || type == plain.getClass())) {
        return plain;
      }
      var javaType = mapper.constructType(type);
      Object value =
          mapper.readerFor(javaType).readValue(text.source(), text.start(), text.length());
      if (value instanceof Double number && number.isInfinite()) {
        return new BigDecimal(
            text.substring(0, text.length())); // untyped, and too large for a double
      }
      if (value != null) {
        return value;
      }
    } catch (IOException | RuntimeException e) {
      // the message would quote the value
    }
    throw new SessionAttributeException(
        key,
        type.getTypeName(),
        "Attribute '%s' cannot be read as %s. A value can be read as the type that was put, or as one with the same JSON; a number must fit. Read it as that type, or remove the attribute."
            .formatted(key, type.getTypeName()));
  }

  /** Returns whether two texts have the same content, regardless of the order of keys. */
  public boolean sameContent(RawJson a, RawJson b) {
    try {
      if (a.equals(b)) {
        return true;
      }
      Object plain = FastValueReader.read(a);
      Object other = plain == null ? null : FastValueReader.read(b);
      return (plain == null || other == null) ? tree(a).equals(tree(b)) : plain.equals(other);
    } catch (IOException | RuntimeException e) {
      return false; // not JSON, or a number beyond the limits: only an equal text is the same
    }
  }

  /** Returns whether two texts are lists of the same elements, regardless of their order. */
  public boolean sameElements(RawJson a, RawJson b) {
    try {
      JsonNode first = tree(a);
      JsonNode second = tree(b);
      return first.isArray()
          && first.size() == second.size()
          && elements(first).equals(elements(second));
    } catch (IOException | IllegalArgumentException e) {
      return false;
    }
  }

  private static Set<JsonNode> elements(JsonNode array) {
    Set<JsonNode> elements = new HashSet<>();
    array.forEach(elements::add);
    return elements;
  }

  private JsonNode tree(RawJson text) throws IOException {
    return treeReader.readTree(text.source(), text.start(), text.length());
  }
}
