package dev.signet.json;

import java.util.Set;

/**
 * A log-in as a token or a store holds it. Immutable; {@code toString} shows no content.
 *
 * @param id the id of the log-in, which stays the same however often the session is written
 * @param name the name of the caller
 * @param roles the roles of the caller
 * @param since when the caller logged in, in seconds since the epoch
 * @param confirmedAt when the caller last proved their identity, in seconds since the epoch
 * @param remembered how long the log-in is remembered, in seconds; 0 if the usual timeouts apply
 */
public record Login(
    String id, String name, Set<String> roles, long since, long confirmedAt, long remembered) {

  /** Copies the roles. */
  public Login {
    roles = Set.copyOf(roles);
  }

  /** Returns this log-in after another proof. */
  public Login confirmed(long now) {
    return new Login(id, name, roles, since, now, remembered);
  }

  /** Returns whether the log-in is remembered for a time of its own. */
  public boolean isRemembered() {
    return remembered > 0;
  }

  @Override
  public String toString() {
    return "Login[]";
  }
}
