package dev.signet.spi;

import java.time.Instant;
import java.util.Map;

/**
 * The log-ins that have ended. Immutable.
 *
 * @param ended the time until which each must be remembered, by the id of the log-in
 * @param generation a number that grows whenever all log-ins end; 0 at the beginning
 * @param cursor the store's own mark of this answer, to ask for later ones
 */
public record EndedLogins(Map<String, Instant> ended, long generation, String cursor) {

  /** Copies the map. */
  public EndedLogins {
    ended = Map.copyOf(ended);
  }
}
