package dev.signet.security;

import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A method that returns a sub-resource: it has a path, and no method of HTTP (Jakarta REST 3.1,
 * 3.4.1). Immutable.
 *
 * @param method the method
 * @param path matches the whole paths that may lead through the method, and perhaps others
 */
record Locator(Method method, Pattern path) {

  private static final Pattern VARIABLE = Pattern.compile("\\{[^{}]*(\\{[^{}]*}[^{}]*)*}");
  private static final Pattern MATRIX = Pattern.compile(";[^/]*");
  private static final String ANY = ".+";

  /** Returns the locators of a resource class. */
  static List<Locator> of(Class<?> type) {
    return Arrays.stream(type.getMethods())
        .filter(method -> !Annotations.isAnnotated(type, method, Locator::hasHttpMethod))
        .filter(method -> path(type, method) != null)
        .map(method -> new Locator(method, pattern(String.valueOf(path(type, method)))))
        .toList();
  }

  private static boolean hasHttpMethod(Method method) {
    return Arrays.stream(method.getAnnotations())
        .anyMatch(each -> each.annotationType().isAnnotationPresent(HttpMethod.class));
  }

  private static @Nullable String path(Class<?> type, Method method) {
    return Annotations.findOnMethods(
        type,
        method,
        element -> {
          Path path = element.getAnnotation(Path.class);
          return path == null ? null : path.value();
        });
  }

  /** Variables, and what may be encoded in different ways, match everything. */
  private static Pattern pattern(String template) {
    if (template.contains("%")) {
      return Pattern.compile(".*", Pattern.DOTALL);
    }
    var regex = new StringBuilder("(.*/)?");
    for (String segment : VARIABLE.matcher(template).replaceAll("{}").split("/", -1)) {
      if (!segment.isEmpty()) {
        regex.append(Pattern.quote(segment).replace("{}", "\\E" + ANY + "\\Q")).append("/+");
      }
    }
    return Pattern.compile(regex.append(".*").toString(), Pattern.DOTALL);
  }

  /**
   * Returns whether the locator may have returned a sub-resource.
   *
   * @param requested the decoded path of the request
   */
  boolean mayHaveReturned(Object located, String requested) {
    Class<?> returned = method.getReturnType();
    return (returned == Class.class || returned.isInstance(located))
        && path.matcher(MATRIX.matcher(requested).replaceAll("") + "/").matches();
  }
}
