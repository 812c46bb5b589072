package dev.signet.security;

import dev.signet.RecentLogIn;
import java.lang.reflect.AnnotatedElement;
import java.time.DateTimeException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Reads {@link RecentLogIn}. */
final class RecentLogIns {

  private RecentLogIns() {}

  /**
   * Returns the longest time since the proof; null if the element is not annotated.
   *
   * @throws IllegalArgumentException if the value is not such a time
   */
  static @Nullable Duration read(AnnotatedElement element) {
    RecentLogIn annotation = element.getAnnotation(RecentLogIn.class);
    return annotation == null ? null : parse(annotation.value(), element);
  }

  private static Duration parse(String value, AnnotatedElement element) {
    try {
      Duration time = Duration.parse(value);
      if (time.compareTo(Duration.ofSeconds(1)) >= 0) {
        return time;
      }
    } catch (DateTimeException e) {
      // reported below
    }
    throw new IllegalArgumentException(
        "@RecentLogIn of %s is '%s'; it must be a duration of one second or more in ISO-8601. Write minutes as PT5M."
            .formatted(element, value));
  }
}
