package dev.signet.security;

import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Finds the annotation that applies to a resource method: the method's own, that of a method that
 * it overrides or implements (as Jakarta REST 3.1, 3.6, inherits its own annotations), that of the
 * class that declares it, or that of another class or interface of the resource. An annotation that
 * could apply does, because one that is overlooked would leave the method open.
 */
final class Annotations {

  private Annotations() {}

  /**
   * Returns what applies to a method; null for nothing.
   *
   * @param type the class of the resource, perhaps a proxy
   * @param method the method
   * @param read returns what an element is annotated with; null for nothing
   */
  static <T> @Nullable T find(
      Class<?> type, Method method, Function<AnnotatedElement, @Nullable T> read) {
    T onMethods = findOnMethods(type, method, read);
    if (onMethods != null) {
      return onMethods;
    }
    List<AnnotatedElement> types = new ArrayList<>();
    types.add(method.getDeclaringClass());
    types.addAll(hierarchy(type));
    return first(types, read);
  }

  /** Returns what applies to a method without the annotations of classes; null for nothing. */
  static <T> @Nullable T findOnMethods(
      Class<?> type, Method method, Function<AnnotatedElement, @Nullable T> read) {
    List<AnnotatedElement> methods = new ArrayList<>();
    methods.add(method);
    hierarchy(type).forEach(each -> methods.addAll(overridden(each, method)));
    return first(methods, read);
  }

  private static <T> @Nullable T first(
      List<AnnotatedElement> elements, Function<AnnotatedElement, @Nullable T> read) {
    for (AnnotatedElement element : elements) {
      T found = read.apply(element);
      if (found != null) {
        return found;
      }
    }
    return null;
  }

  /** Returns whether a method, or one that it overrides, is annotated so. */
  static boolean isAnnotated(Class<?> type, Method method, Predicate<Method> annotated) {
    return annotated.test(method)
        || hierarchy(type).stream()
            .anyMatch(each -> overridden(each, method).stream().anyMatch(annotated));
  }

  /** Returns a class, its superclasses, and then all their interfaces. */
  private static List<Class<?>> hierarchy(Class<?> type) {
    Set<Class<?>> all = new LinkedHashSet<>();
    for (Class<?> each = type; each != null && each != Object.class; each = each.getSuperclass()) {
      all.add(each);
    }
    for (Class<?> each : List.copyOf(all)) {
      addInterfaces(each, all);
    }
    return List.copyOf(all);
  }

  private static void addInterfaces(Class<?> type, Set<Class<?>> all) {
    for (Class<?> implemented : type.getInterfaces()) {
      all.add(implemented);
      addInterfaces(implemented, all);
    }
  }

  /** Returns the methods of a type that a method may override; parameters may be generic there. */
  private static List<Method> overridden(Class<?> type, Method method) {
    return Arrays.stream(type.getDeclaredMethods())
        .filter(
            each ->
                each.getName().equals(method.getName())
                    && accepts(each.getParameterTypes(), method.getParameterTypes()))
        .toList();
  }

  private static boolean accepts(Class<?>[] wider, Class<?>[] types) {
    if (wider.length != types.length) {
      return false;
    }
    for (int i = 0; i < types.length; i++) {
      if (!wider[i].isAssignableFrom(types[i])) {
        return false;
      }
    }
    return true;
  }
}
