package dev.signet.core;

import dev.signet.SessionAttributeException;
import dev.signet.json.ValueTypes;
import java.lang.reflect.Modifier;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The type that an attribute is read as if a default value is given instead of a type: the public
 * type of the default value, never a hidden implementation class.
 */
final class DefaultValueType {

  private DefaultValueType() {}

  /**
   * Returns whether the class of the default value is a public collection class and the value is
   * not an instance of it, so that the attribute must be read as that class.
   */
  static boolean needsClassOf(Object value, Object defaultValue) {
    Class<?> type = defaultValue.getClass();
    return (value instanceof Collection || value instanceof Map)
        && Modifier.isPublic(type.getModifiers())
        && !type.isInstance(value);
  }

  /**
   * Returns the type to read.
   *
   * @throws SessionAttributeException if the default value does not determine the type
   */
  static Type of(String key, Object defaultValue) {
    Class<?> type = defaultValue.getClass();
    if (defaultValue instanceof String
        || defaultValue instanceof Integer
        || defaultValue instanceof Long
        || defaultValue instanceof Boolean) {
      return type; // the most frequent types
    }
    if (defaultValue instanceof Enum<?> constant) {
      return constant.getDeclaringClass();
    }
    if (defaultValue instanceof EnumSet<?> set) {
      return ofEnumSet(key, set);
    }
    if (defaultValue instanceof EnumMap<?, ?> map) {
      return ofEnumMap(key, map);
    }
    if (defaultValue instanceof Map.Entry<?, ?> entry && ValueTypes.isJdk(type)) {
      Object name = entry.getKey() == null ? "" : entry.getKey();
      return new Parameterized(Map.Entry.class, name.getClass(), Object.class);
    }
    Class<?> known = ValueTypes.publicType(defaultValue);
    if (known != null) {
      return known;
    }
    if (ValueTypes.isJdk(type)) {
      return publicClass(key, type);
    }
    if (isSubtype(type)) {
      throw unknown(key, type, "it has a supertype that the caller may mean");
    }
    return type;
  }

  private static Type ofEnumSet(String key, EnumSet<?> set) {
    EnumSet<?> other = set.isEmpty() ? EnumSet.complementOf(set) : set;
    if (other.isEmpty()) {
      throw unknown(key, EnumSet.class, "the enum has no constants");
    }
    return new Parameterized(EnumSet.class, other.iterator().next().getDeclaringClass());
  }

  private static Type ofEnumMap(String key, EnumMap<?, ?> map) {
    if (map.isEmpty()) {
      throw unknown(key, EnumMap.class, "an empty map does not reveal the enum of its keys");
    }
    Class<?> keys = map.keySet().iterator().next().getDeclaringClass();
    return new Parameterized(EnumMap.class, keys, Object.class);
  }

  private static Class<?> publicClass(String key, Class<?> type) {
    for (Class<?> each = type; each != null && each != Object.class; each = each.getSuperclass()) {
      if (Modifier.isPublic(each.getModifiers())
          && each.getModule().isExported(each.getPackageName())) {
        return each;
      }
    }
    throw unknown(key, type, "it has no public class");
  }

  /** Returns whether a class of the application extends or implements another of its types. */
  private static boolean isSubtype(Class<?> type) {
    Class<?> parent = type.getSuperclass();
    return (parent != null && !ValueTypes.isJdk(parent))
        || !Arrays.stream(type.getInterfaces()).allMatch(ValueTypes::isJdk);
  }

  private static SessionAttributeException unknown(String key, Class<?> type, String reason) {
    return new SessionAttributeException(
        key,
        type.getTypeName(),
        "Attribute '%s' cannot be read with a default value of type %s: %s, so the type to read is not known. Use get(key, Class) or get(key, GenericType) and test the result for null."
            .formatted(key, type.getTypeName(), reason));
  }

  /** A generic type with its arguments. */
  private record Parameterized(Class<?> raw, List<Class<?>> arguments)
      implements ParameterizedType {

    Parameterized(Class<?> raw, Class<?>... arguments) {
      this(raw, List.of(arguments));
    }

    @Override
    public Type[] getActualTypeArguments() {
      return arguments.toArray(new Type[0]);
    }

    @Override
    public Type getRawType() {
      return raw;
    }

    @Override
    public @Nullable Type getOwnerType() {
      return null;
    }

    @Override
    public String toString() {
      return raw.getName() + arguments;
    }
  }
}
