package dev.signet.security;

import jakarta.ws.rs.core.SecurityContext;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The requirements of a resource for its callers. Immutable.
 *
 * @param denied whether no caller may reach it
 * @param roles sets of roles; the caller needs one role of each set
 * @param recent the longest time since the caller proved their identity; null for any time
 */
record Guard(boolean denied, List<Set<String>> roles, @Nullable Duration recent) {

  /** The role that every caller has (Jakarta Servlet 6.0, 13.8.1). */
  private static final String ANY_CALLER = "**";

  static final Guard OPEN = new Guard(false, List.of(), null);
  static final Guard DENIED = new Guard(true, List.of(), null);

  /** Returns the guard that requires one of several roles. */
  static Guard of(String... roles) {
    return new Guard(false, List.of(Set.of(roles)), null);
  }

  /** Returns whether every request is accepted. */
  boolean isOpen() {
    return !denied && roles.isEmpty() && recent == null;
  }

  /** Returns the guard that requires what both require. */
  Guard and(Guard other) {
    if (isOpen() || other.isOpen()) {
      return isOpen() ? other : this;
    }
    List<Set<String>> both = new ArrayList<>(roles);
    both.addAll(other.roles);
    return new Guard(denied || other.denied, List.copyOf(both), shorter(recent, other.recent));
  }

  /** Returns the guard that requires a recent proof in addition; null for none. */
  Guard withRecent(@Nullable Duration time) {
    return new Guard(denied, roles, time);
  }

  private static @Nullable Duration shorter(@Nullable Duration one, @Nullable Duration other) {
    if (one == null || other == null) {
      return one == null ? other : one;
    }
    return one.compareTo(other) < 0 ? one : other;
  }

  /** Returns whether a caller is accepted; uses the session unless the guard is open or denies. */
  boolean accepts(SecurityContext caller) {
    return !denied && (roles.isEmpty() || roles.stream().allMatch(any -> hasOneOf(any, caller)));
  }

  private static boolean hasOneOf(Set<String> roles, SecurityContext caller) {
    return (roles.contains(ANY_CALLER) && caller.getUserPrincipal() != null)
        || roles.stream().anyMatch(role -> !role.equals(ANY_CALLER) && caller.isUserInRole(role));
  }
}
