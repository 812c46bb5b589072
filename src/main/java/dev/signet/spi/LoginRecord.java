package dev.signet.spi;

import java.time.Instant;

/**
 * A log-in in a store. Immutable; {@code toString} shows no content.
 *
 * @param id the id of the log-in: at most 40 characters of base64url and a dot
 * @param name the name of the user, at most 255 characters
 * @param since when the user logged in
 * @param lastSeen when a request used it last
 * @param device the description of the device, at most 255 characters; empty if unknown
 * @param expiresAt the time from which no token of the log-in is valid
 */
public record LoginRecord(
    String id, String name, Instant since, Instant lastSeen, String device, Instant expiresAt) {

  /** Returns this log-in after a use; unchanged if it expires later than the use says. */
  public LoginRecord used(LoginUse use) {
    return use.expiresAt().isBefore(expiresAt)
        ? this
        : new LoginRecord(id, name, since, use.lastSeen(), device, use.expiresAt());
  }

  @Override
  public String toString() {
    return "LoginRecord[]";
  }
}
