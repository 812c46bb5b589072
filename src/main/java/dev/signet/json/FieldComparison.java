package dev.signet.json;

import com.fasterxml.jackson.databind.BeanDescription;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.Collection;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Finds fields that were not written, or were read back as objects of another class, by comparing a
 * value with what was read back. It is needed for classes without an {@code equals} of their own.
 */
final class FieldComparison {

  private FieldComparison() {}

  /**
   * Returns what differs, or null. Static and transient fields, and those that the class tells
   * Jackson about by an annotation, may differ.
   */
  static @Nullable String difference(Object value, Object read, BeanDescription description) {
    if (value.getClass() != read.getClass()) {
      return null; // read as a type that another class implements
    }
    var ignored = description.getIgnoredPropertyNames();
    for (Class<?> type = value.getClass();
        type != null && !ValueTypes.isJdk(type);
        type = type.getSuperclass()) {
      for (Field field : type.getDeclaredFields()) {
        if (isValue(value.getClass(), field)
            && (ignored == null || !ignored.contains(field.getName()))) {
          String difference = difference(field, value, read);
          if (difference != null) {
            return difference;
          }
        }
      }
    }
    return null;
  }

  /**
   * Returns whether a field is a part of the values of a class: it is, unless it is declared or
   * annotated otherwise.
   */
  static boolean isValue(Class<?> bean, Field field) {
    return !Modifier.isStatic(field.getModifiers())
        && !Modifier.isTransient(field.getModifiers())
        && !field.isSynthetic()
        && !(BeanState.isBean(bean) && BeanState.isInjected(field))
        && Arrays.stream(field.getAnnotations())
            .noneMatch(a -> a.annotationType().getName().startsWith("com.fasterxml.jackson."));
  }

  private static @Nullable String difference(Field field, Object value, Object read) {
    try {
      field.setAccessible(true);
      Object before = field.get(value);
      Object after = field.get(read);
      String name = "field '%s' of %s".formatted(field.getName(), value.getClass().getName());
      if (before == null) {
        return null;
      }
      if (after == null) {
        return name + " is lost; give it a getter and a setter, or make it transient";
      }
      if (isScalar(before) && !before.equals(after)) {
        return name + " is not read back; give it a getter and a setter, or make it transient";
      }
      return changesClass(before, after)
          ? "%s is read back as %s".formatted(name, after.getClass().getName())
          : null;
    } catch (IllegalAccessException | RuntimeException e) {
      return null; // a module does not open it
    }
  }

  private static boolean isScalar(Object value) {
    return ValueTypes.isScalar(value.getClass()) && !value.getClass().isArray();
  }

  private static boolean changesClass(Object before, Object after) {
    if (before.getClass() == after.getClass() || before instanceof Number) {
      return false;
    }
    if (before instanceof Collection<?> first && after instanceof Collection<?> second) {
      var next = second.iterator();
      for (Object element : first) {
        Object other = next.hasNext() ? next.next() : null;
        if (element != null && other != null && changesClass(element, other)) {
          return true;
        }
      }
      return false;
    }
    if (before instanceof Map && after instanceof Map) {
      return false;
    }
    Class<?> expected = ValueTypes.publicType(before);
    return expected == null || !expected.isInstance(after);
  }
}
