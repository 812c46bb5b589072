package dev.signet;

import static java.util.Objects.requireNonNull;

import java.security.Principal;
import java.time.Instant;
import java.util.Set;

/**
 * The user who is logged in, as recorded by {@link Session#logIn}. Immutable. {@code toString}
 * shows no name.
 *
 * @param name the name that was passed to {@code logIn}
 * @param roles the roles that were passed to {@code logIn}; a later change of the user's roles is
 *     not in them
 * @param since when the user logged in, in whole seconds
 * @param confirmedAt when the user last proved their identity, by the log-in or a later {@link
 *     Session#confirm}, in whole seconds
 */
public record Caller(String name, Set<String> roles, Instant since, Instant confirmedAt)
    implements Principal {

  /** Copies the roles. */
  public Caller {
    requireNonNull(name);
    roles = Set.copyOf(roles);
  }

  /** Returns whether the caller has a role. */
  public boolean hasRole(String role) {
    return roles.contains(role);
  }

  /** Returns the same as {@link #name}. */
  @Override
  public String getName() {
    return name;
  }

  /** Returns the number of roles only. */
  @Override
  public String toString() {
    return "Caller[%d roles]".formatted(roles.size());
  }
}
