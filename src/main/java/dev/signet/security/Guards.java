package dev.signet.security;

import jakarta.annotation.security.DenyAll;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.core.UriInfo;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Method;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** The guards of resource methods and of the locators that led to them. Thread-safe. */
final class Guards {

  private record Key(Class<?> type, Method method) {}

  private final Map<Key, Guard> guards = new ConcurrentHashMap<>();
  private final Map<Class<?>, List<Locator>> locators = new ConcurrentHashMap<>();

  /**
   * Returns the guard of a request.
   *
   * @param type the class of the resource that has the method
   * @param uri the resources that were matched, the one with the method first, and the path
   */
  Guard of(Class<?> type, Method method, UriInfo uri) {
    Guard guard = of(type, method);
    List<Object> matched = uri.getMatchedResources();
    for (int i = 1; i < matched.size(); i++) {
      guard = guard.and(ofLocators(matched.get(i), matched.get(i - 1), uri.getPath()));
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
  private Guard ofLocators(Object resource, Object located, String path) {
    Class<?> type = resource.getClass();
    Guard guard = Guard.OPEN;
    for (Locator locator : locators.computeIfAbsent(type, Locator::of)) {
      if (locator.mayHaveReturned(located, path)) {
        guard = guard.and(of(type, locator.method()));
      }
    }
    return guard;
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
