package dev.signet.json;

import java.lang.annotation.Annotation;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Modifier;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.net.InetAddress;
import java.net.URI;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Collection;
import java.util.Date;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TimeZone;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Rules for the classes of values: the type to read, and the kinds that are refused. */
public final class ValueTypes {

  private static final Set<Class<?>> SCALARS =
      Set.of(
          String.class,
          Boolean.class,
          Character.class,
          Byte.class,
          Short.class,
          Integer.class,
          Long.class,
          Float.class,
          Double.class,
          BigDecimal.class,
          BigInteger.class,
          UUID.class,
          URI.class,
          Date.class);

  /** The public types of the Java platform that have hidden implementations, the first wins. */
  private static final List<Class<?>> PUBLIC_TYPES =
      List.of(
          List.class,
          SortedSet.class,
          Set.class,
          SortedMap.class,
          Map.class,
          Deque.class,
          Queue.class,
          Collection.class,
          ZoneId.class,
          TimeZone.class,
          Path.class,
          Charset.class,
          InetAddress.class);

  private static final Set<String> ZONE_DEPENDENT = Set.of("java.sql.Date", "java.sql.Time");

  private ValueTypes() {}

  /**
   * Returns the public type of the Java platform that a value is read as, or null if there is none
   * and the value is read as its own class.
   */
  public static @Nullable Class<?> publicType(Object value) {
    for (Class<?> type : PUBLIC_TYPES) {
      if (type.isInstance(value)) {
        return type;
      }
    }
    return null;
  }

  /** Returns whether a class belongs to the Java platform, so that it has no annotations. */
  public static boolean isJdk(Class<?> type) {
    ClassLoader loader = type.getClassLoader();
    return loader == null || loader == ClassLoader.getPlatformClassLoader();
  }

  /** Returns whether every value of a class is read back as it was written. */
  static boolean isScalar(Class<?> type) {
    return type.isPrimitive()
        || SCALARS.contains(type)
        || Enum.class.isAssignableFrom(type)
        || (type.isArray() && type.getComponentType().isPrimitive())
        || type.getName().startsWith("java.time.");
  }

  /** Returns whether a value is written as a list or map of its elements. */
  static boolean isContainer(Object value) {
    return value instanceof Object[]
        || ((value instanceof Collection || value instanceof Map)
            && isJdk(value.getClass())
            && !(value instanceof IdentityHashMap));
  }

  /** Returns why no value of a class is accepted, or null. */
  static @Nullable String refusal(Class<?> type) {
    String name = type.getName();
    if (Throwable.class.isAssignableFrom(type)) {
      return name + " is an exception";
    }
    if (Thread.class.isAssignableFrom(type)) {
      return name + " is a thread";
    }
    if (IdentityHashMap.class.isAssignableFrom(type)) {
      return "an IdentityHashMap may have equal keys, and JSON has only one of them";
    }
    if (type == Class.class) {
      return "no class is loaded by a name in JSON";
    }
    if (BeanState.isBean(type) && type.isSynthetic()) {
      return name + " is the proxy of a session bean, which is saved without put";
    }
    if (type.isHidden()) {
      return "a lambda or hidden class cannot be read back";
    }
    if (type.isAnonymousClass()) {
      return name + " is an anonymous class";
    }
    if (type.isMemberClass() && !Modifier.isStatic(type.getModifiers())) {
      return name + " is an inner class, which needs its outer object; make it static";
    }
    if (ZONE_DEPENDENT.contains(name)) {
      return name + " depends on the time zone of the server; use java.time.LocalDate";
    }
    if (hasJsonb(type)) {
      return name + " has JSON-B annotations, which Jackson ignores; use those of Jackson";
    }
    return null;
  }

  /** Returns whether a class or a member of it is annotated for JSON-B. */
  private static boolean hasJsonb(Class<?> type) {
    for (Class<?> each = type; each != null && !isJdk(each); each = each.getSuperclass()) {
      Stream<AnnotatedElement> members =
          Stream.of(
                  Stream.of(each),
                  Arrays.stream(each.getDeclaredFields()),
                  Arrays.stream(each.getDeclaredMethods()),
                  Arrays.stream(each.getDeclaredConstructors()))
              .flatMap(elements -> elements);
      if (members.flatMap(e -> Arrays.stream(e.getAnnotations())).anyMatch(ValueTypes::isJsonb)) {
        return true;
      }
    }
    return false;
  }

  private static boolean isJsonb(Annotation annotation) {
    return annotation.annotationType().getName().startsWith("jakarta.json.bind.annotation.");
  }
}
