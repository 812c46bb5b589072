package dev.signet.spi;

import java.time.Instant;

/**
 * A use of a log-in by a request. Immutable.
 *
 * @param id the id of the log-in
 * @param name the name of the user
 * @param lastSeen when the request used it
 * @param expiresAt the time from which no token of the log-in is valid
 */
public record LoginUse(String id, String name, Instant lastSeen, Instant expiresAt) {}
