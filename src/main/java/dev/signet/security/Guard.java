package dev.signet.security;

import jakarta.ws.rs.core.SecurityContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * What a caller needs to reach a resource. Immutable.
 *
 * @param denied whether no caller may reach it
 * @param roles sets of roles; the caller needs one role of each set
 */
record Guard(boolean denied, List<Set<String>> roles) {

  /** The role that every caller has (Jakarta Servlet 6.0, 13.8.1). */
  private static final String ANY_CALLER = "**";

  static final Guard OPEN = new Guard(false, List.of());
  static final Guard DENIED = new Guard(true, List.of());

  /** Returns the guard that requires one of several roles. */
  static Guard of(String... roles) {
    return new Guard(false, List.of(Set.of(roles)));
  }

  /** Returns whether every request is accepted. */
  boolean isOpen() {
    return !denied && roles.isEmpty();
  }

  /** Returns the guard that requires what both require. */
  Guard and(Guard other) {
    if (isOpen() || other.isOpen()) {
      return isOpen() ? other : this;
    }
    List<Set<String>> both = new ArrayList<>(roles);
    both.addAll(other.roles);
    return new Guard(denied || other.denied, List.copyOf(both));
  }

  /** Returns whether a caller is accepted; uses the session unless the guard is open or denies. */
  boolean accepts(SecurityContext caller) {
    return !denied && roles.stream().allMatch(any -> hasOneOf(any, caller));
  }

  private static boolean hasOneOf(Set<String> roles, SecurityContext caller) {
    return (roles.contains(ANY_CALLER) && caller.getUserPrincipal() != null)
        || roles.stream().anyMatch(role -> !role.equals(ANY_CALLER) && caller.isUserInRole(role));
  }
}
