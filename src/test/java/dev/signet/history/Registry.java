package dev.signet.history;

import dev.signet.history.Content.Login;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * The registry of log-ins, which all servers share (L3, L4). Immutable.
 *
 * @param begun the user of each log-in that was saved
 * @param ended the log-ins that no token is valid of
 */
record Registry(Map<Integer, String> begun, Set<Integer> ended) {

  static final Registry EMPTY = new Registry(Map.of(), Set.of());

  boolean isEnded(@Nullable Login login) {
    return login != null && ended.contains(login.id());
  }

  /**
   * Returns the registry after a log-in was saved.
   *
   * @param single whether it ends the others of the user
   */
  Registry begin(Login login, boolean single) {
    Map<Integer, String> now = new HashMap<>(begun);
    now.put(login.id(), login.user());
    var after = new Registry(now, ended);
    return single ? after.endAll(login.user(), id -> id != login.id()) : after;
  }

  Registry end(@Nullable Login login) {
    return login == null ? this : end(List.of(login.id()));
  }

  Registry end(Iterable<Integer> ids) {
    Set<Integer> now = new HashSet<>(ended);
    ids.forEach(now::add);
    return new Registry(begun, now);
  }

  Registry endAll(String user, Predicate<Integer> which) {
    return end(active(user).stream().filter(which).toList());
  }

  /** Returns the log-ins of a user that have not ended; some may have expired. */
  Set<Integer> active(String user) {
    Set<Integer> found = new HashSet<>();
    begun.forEach(
        (id, name) -> {
          if (name.equals(user) && !ended.contains(id)) {
            found.add(id);
          }
        });
    return found;
  }
}
