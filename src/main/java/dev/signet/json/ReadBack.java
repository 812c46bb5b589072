package dev.signet.json;

import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Reads a value back from its text and compares it with what was written. Reasons never contain the
 * value. Thread-safe.
 */
final class ReadBack {

  private final ObjectMapper mapper;
  private final ContentComparison comparison;
  private final boolean customized;

  /**
   * @param customized whether the application has adjusted the mapper
   */
  ReadBack(ObjectMapper mapper, ContentComparison comparison, boolean customized) {
    this.mapper = mapper;
    this.comparison = comparison;
    this.customized = customized;
  }

  /** Returns why an object cannot be the key of a map, or null. */
  @Nullable String reasonOfKey(Object key) {
    Map<Object, Integer> map = Map.of(key, 1);
    var factory = mapper.getTypeFactory();
    JavaType type =
        factory.constructMapType(
            LinkedHashMap.class, typeOf(key), factory.constructType(Integer.class));
    try {
      String reason = attempt(map, type, mapper.writeValueAsBytes(map));
      return reason == null ? null : "keys of %s: %s".formatted(key.getClass().getName(), reason);
    } catch (IOException e) {
      return "keys of %s cannot be written".formatted(key.getClass().getName());
    }
  }

  /**
   * Returns why a value would not be read back as it was, or null.
   *
   * @param element whether the text is that of a list with the value as its element
   */
  @Nullable String reason(Object value, boolean element, byte[] text) {
    String first = null;
    for (JavaType type : readTypes(value)) {
      String reason =
          element
              ? attempt(
                  List.of(value),
                  mapper.getTypeFactory().constructCollectionType(List.class, type),
                  text)
              : attempt(value, type, text);
      if (reason == null) {
        return null;
      }
      first = first == null ? reason : first;
    }
    return first;
  }

  /** Returns the types that an application may read a value as, its own class first. */
  private List<JavaType> readTypes(Object value) {
    List<JavaType> types = new ArrayList<>();
    types.add(typeOf(value));
    if (value instanceof Collection || value instanceof Map) {
      types.add(mapper.constructType(ValueTypes.publicType(value)));
    } else if (customized) {
      for (Class<?> type : value.getClass().getInterfaces()) {
        if (!ValueTypes.isJdk(type)) { // Serializable is read as any value
          types.add(mapper.constructType(type));
        }
      }
    }
    return types;
  }

  private JavaType typeOf(Object value) {
    var factory = mapper.getTypeFactory();
    if (value instanceof Optional<?> optional) {
      return optional.isEmpty()
          ? factory.constructType(Optional.class)
          : factory.constructParametricType(Optional.class, typeOf(optional.get()));
    }
    if (value instanceof Map.Entry<?, ?> entry && ValueTypes.isJdk(value.getClass())) {
      return factory.constructParametricType(
          Map.Entry.class, typeOf(entry.getKey()), typeOf(entry.getValue()));
    }
    Class<?> known = ValueTypes.isJdk(value.getClass()) ? ValueTypes.publicType(value) : null;
    return factory.constructType(known == null ? value.getClass() : known);
  }

  /** Returns why a value would not be read back as it was, or null. */
  private @Nullable String attempt(Object value, JavaType type, byte[] text) {
    try {
      Object read = mapper.readValue(text, type);
      if (read == null) {
        return "it is read back as null";
      }
      byte[] again = mapper.writeValueAsBytes(read);
      if (!comparison.sameInAnyOrder(new RawJson(text), new RawJson(again))) {
        return "it is read back with other content";
      }
      return read.equals(mapper.readValue(text, type))
          ? unequal(value, read)
          : differing(value, read);
    } catch (IOException | RuntimeException | LinkageError e) {
      return "Jackson writes it, but cannot read it back (%s)"
          .formatted(e.getClass().getSimpleName());
    }
  }

  private static @Nullable String unequal(Object value, Object read) {
    return value.equals(read) || isGeneric(value) ? null : "what is read back is not equal to it";
  }

  private static boolean isGeneric(Object value) {
    Object first = value instanceof List<?> list ? list.get(0) : value;
    return first.getClass().getTypeParameters().length > 0;
  }

  private @Nullable String differing(Object value, Object read) {
    if (value instanceof List<?> list && read instanceof List<?> other) {
      return differing(list.get(0), other.get(0));
    }
    if (ValueTypes.isJdk(value.getClass()) || isGeneric(value)) {
      return null;
    }
    var description =
        mapper.getSerializationConfig().introspect(mapper.constructType(value.getClass()));
    return FieldComparison.difference(value, read, description);
  }
}
