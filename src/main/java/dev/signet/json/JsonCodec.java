package dev.signet.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.signet.SessionAttributeException;
import java.io.IOException;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.net.URI;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Converts the values of attributes to JSON text and back. Exceptions name the attribute and the
 * type, never the value; the mapper's exception would quote it, so it is not their cause.
 * Thread-safe.
 */
public final class JsonCodec {

  private static final Set<Type> FAST_TYPES =
      Set.of(String.class, Integer.class, Long.class, Boolean.class);

  private static final int SHOWN_OF_NAME = 40;

  private static final RawJson NULL = RawJson.of("null");

  private final ObjectMapper mapper;
  private final ContentComparison comparison;
  private final RoundTrip roundTrip;
  private final boolean fast;

  /** Creates a codec with Signet's settings. */
  public JsonCodec() {
    this(null);
  }

  /**
   * Creates a codec.
   *
   * @param customizer adjusts the mapper; null for Signet's settings
   * @throws IllegalStateException if it switches on default typing
   */
  public JsonCodec(@Nullable JsonMapperCustomizer customizer) {
    var observer = new TypeObserver();
    this.mapper = JacksonSetup.create(customizer, observer);
    this.comparison = new ContentComparison(mapper);
    this.fast = customizer == null || FastPath.agreesWith(mapper);
    this.roundTrip =
        new RoundTrip(mapper, observer, new ReadBack(mapper, comparison, customizer != null));
  }

  JsonFactory factory() {
    return mapper.getFactory();
  }

  ObjectMapper mapper() {
    return mapper;
  }

  /** Returns whether a text is JSON's null, which is no value of an attribute. */
  public static boolean isNull(RawJson text) {
    return text.length() == NULL.length() && text.equals(NULL);
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
   * @throws SessionAttributeException if it cannot become JSON that is read back as it was
   */
  public RawJson write(String key, Object value) {
    return write(key, value, new Utf8Builder(FastValueWriter.room(value)));
  }

  /**
   * Writes a value, as {@link #write(String, Object)}.
   *
   * @param buffer may receive the text, after the texts that it has; its owner writes nothing else
   */
  public RawJson write(String key, Object value, Utf8Builder buffer) {
    checkName(key);
    try {
      RawJson text = fast ? writeFast(value, buffer) : null;
      return text == null ? new RawJson(roundTrip.write(value)) : JsonLimits.checkStrings(text);
    } catch (ValueRefusedException e) {
      throw refused(key, value, String.valueOf(e.getMessage()));
    } catch (IOException | RuntimeException e) {
      throw refused(key, value, e.getClass().getSimpleName());
    }
  }

  private static @Nullable RawJson writeFast(Object value, Utf8Builder buffer) {
    try {
      return FastValueWriter.write(value, buffer);
    } catch (IllegalArgumentException e) {
      throw new ValueRefusedException("a string has an unpaired surrogate");
    }
  }

  private static SessionAttributeException refused(String key, Object value, String reason) {
    String type = value.getClass().getTypeName();
    return new SessionAttributeException(
        key,
        type,
        "Attribute '%s' of type %s cannot become JSON that is read back as it was: %s. A session holds what Jackson writes and reads: scalars, java.time, lists, maps, records, beans, nested at most %d levels. Put one of these, annotate the type for Jackson, or register a Jackson module with a JsonMapperCustomizer bean."
            .formatted(key, type, reason, JsonLimits.MAX_DEPTH));
  }

  private static void checkName(String name) {
    if (!JsonLimits.isValidName(name)) {
      String beginning = name.substring(0, SHOWN_OF_NAME) + "...";
      throw new SessionAttributeException(
          beginning,
          String.class.getTypeName(),
          "The name of attribute '%s' is too long: as JSON text it has more than %d bytes, and could not be read back. Choose a shorter name."
              .formatted(beginning, JsonLimits.MAX_NAME_LENGTH));
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
      boolean isFast = fast && (type == Object.class || FAST_TYPES.contains(type));
      Object plain = isFast ? FastValueReader.read(text) : null;
      if (plain != null && (type == Object.class || type == plain.getClass())) {
        return plain;
      }
      var javaType = mapper.constructType(type);
      Object value =
          mapper.readerFor(javaType).readValue(text.source(), text.start(), text.length());
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
      Object first = FastValueReader.read(a);
      Object second = first == null ? null : FastValueReader.read(b);
      return (first == null || second == null) ? comparison.same(a, b) : first.equals(second);
    } catch (IOException | RuntimeException e) {
      return false; // not JSON, or a number beyond the limits: only an equal text is the same
    }
  }

  /** Returns whether two texts are lists of the same elements, regardless of their order. */
  public boolean sameElements(RawJson a, RawJson b) {
    try {
      return comparison.sameElements(a, b);
    } catch (IOException | RuntimeException e) {
      return false;
    }
  }
}
