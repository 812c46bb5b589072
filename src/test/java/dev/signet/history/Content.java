package dev.signet.history;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a session holds. Immutable.
 *
 * @param values the attributes, the flash values and the bean
 * @param login the log-in; null if no user is logged in
 */
record Content(Map<String, Value> values, @Nullable Login login) {

  static final Content EMPTY = new Content(Map.of(), null);

  /**
   * A log-in. Times are in seconds.
   *
   * @param id its number, which no other log-in of a history has
   * @param remembered how long it is remembered; 0 if the usual timeouts apply
   */
  record Login(int id, String user, long since, long confirmedAt, int remembered) {

    Login confirmed(long now) {
      return new Login(id, user, since, now, remembered);
    }

    boolean isSame(@Nullable Login other) {
      return other != null && other.id == id;
    }
  }

  boolean isEmpty() {
    return values.isEmpty() && login == null;
  }

  @Nullable Value get(String key) {
    return values.get(key);
  }

  Content with(String key, Value value) {
    Map<String, Value> now = new HashMap<>(values);
    now.put(key, value);
    return new Content(now, login);
  }

  Content without(String key) {
    Map<String, Value> now = new HashMap<>(values);
    now.remove(key);
    return new Content(now, login);
  }

  Content with(@Nullable Login now) {
    return new Content(values, now);
  }

  /** Only what a request changed is written; what others changed stays (T3). */
  Content merged(Content base, Content now) {
    Map<String, Value> merged = new HashMap<>(values);
    base.values.keySet().stream()
        .filter(key -> !now.values.containsKey(key))
        .forEach(merged::remove);
    now.values.forEach(
        (key, value) -> {
          if (!value.equals(base.values.get(key))) {
            merged.put(key, value);
          }
        });
    boolean same = now.login == null ? base.login == null : now.login.equals(base.login);
    return new Content(merged, same ? login : now.login);
  }
}
