package dev.signet.login;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * The rules for the registry of log-ins. Immutable.
 *
 * @param delay how old the list of ended log-ins may be; zero to ask for each request
 * @param acceptWhenDown whether log-ins are accepted while the registry is down
 * @param perUser the maximum number of log-ins of a user; null for any number
 * @param tokenLifetime the longest time that a token lasts without a use
 * @param timeout how long a request waits for another one that asks the registry
 */
public record LoginRules(
    Duration delay,
    boolean acceptWhenDown,
    @Nullable Integer perUser,
    Duration tokenLifetime,
    Duration timeout) {}
