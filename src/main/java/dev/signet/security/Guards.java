package dev.signet.security;

import jakarta.annotation.security.DenyAll;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** The guards of resource methods and of the locators that led to them. Thread-safe. */
final class Guards {

  private record Key(Class<?> type, Method method) {}

  private final Map<Key, Guard> guards = new ConcurrentHashMap<>();
  private final Map<Class<?>, List<Method>> locators = new ConcurrentHashMap<>();

  /**
   * Returns the guard of a request.
   *
   * @param type the class of the resource that has the method
   * @param matched the resources that were matched, the one with the method first
   */
  Guard of(Class<?> type, Method method, List<?> matched) {
    Guard guard = of(type, method);
    for (int i = 1; i < matched.size(); i++) {
      guard = guard.and(ofLocator(matched.get(i), matched.get(i - 1)));
    }
    return guard;
  }

  private Guard of(Class<?> type, Method method) {
    return guards.computeIfAbsent(
        new Key(type, method),
        key -> {
          Guard found = Annotations.find(key.type(), key.method(), Guards::read);
          return (found == null ? Guard.OPEN : found)
              .withRecent(Annotations.find(key.type(), key.method(), RecentLogIns::read));
        });
  }

  /** Returns the guard of every locator of a resource that may have returned another resource. */
  private Guard ofLocator(Object resource, Object located) {
    Class<?> type = resource.getClass();
    Guard guard = Guard.OPEN;
    for (Method locator : locators.computeIfAbsent(type, Guards::locatorsOf)) {
      Class<?> returned = locator.getReturnType();
      if (returned == Class.class || returned.isInstance(located)) {
        guard = guard.and(of(type, locator));
      }
    }
    return guard;
  }

  /** A method with a path but without a method of HTTP (Jakarta REST 3.1, 3.4.1). */
  private static List<Method> locatorsOf(Class<?> type) {
    return Arrays.stream(type.getMethods())
        .filter(
            method ->
                Annotations.isAnnotated(type, method, each -> each.isAnnotationPresent(Path.class))
                    && !Annotations.isAnnotated(type, method, Guards::hasHttpMethod))
        .toList();
  }

  private static boolean hasHttpMethod(Method method) {
    return Arrays.stream(method.getAnnotations())
        .anyMatch(each -> each.annotationType().isAnnotationPresent(HttpMethod.class));
  }

  /** Returns the strictest guard of an element. */
  private static @Nullable Guard read(AnnotatedElement element) {
    if (element.isAnnotationPresent(DenyAll.class)) {
      return Guard.DENIED;
    }
    RolesAllowed roles = element.getAnnotation(RolesAllowed.class);
    if (roles != null) {
      return roles.value().length == 0 ? Guard.DENIED : Guard.of(roles.value());
    }
    return element.isAnnotationPresent(PermitAll.class) ? Guard.OPEN : null;
  }
}
