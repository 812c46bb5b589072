package dev.signet.config;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * The options of the registry of log-ins. Immutable.
 *
 * @param kind the registry
 * @param delay how old the list of ended log-ins may be; zero to ask for each request
 * @param whenDown the consequence if the registry is down
 * @param perUser the maximum number of log-ins of a user; null for any number
 * @param table the name of the table in a database
 */
public record RegistryConfig(
    Kind kind, Duration delay, WhenDown whenDown, @Nullable Integer perUser, String table) {

  /** The registries that come with the library. */
  public enum Kind {
    OFF,
    MEMORY,
    REDIS,
    JDBC
  }

  /** The consequence for requests of callers if the registry is down. */
  public enum WhenDown {
    REFUSE,
    ACCEPT
  }

  private static final Duration LONGEST_DELAY = Duration.ofMinutes(1);
  private static final int MOST_PER_USER = 1000;

  static RegistryConfig read(OptionReader values, ConfigErrors faults) {
    String most = values.textOrDefault(Option.LOGINS_PER_USER);
    boolean isAny = most.equalsIgnoreCase(Option.LOGINS_PER_USER.defaultValue());
    return new RegistryConfig(
        values.oneOf(Option.LOGINS, Kind.class),
        delay(values),
        values.oneOf(Option.LOGINS_WHEN_DOWN, WhenDown.class),
        isAny ? null : values.number(Option.LOGINS_PER_USER, MOST_PER_USER),
        StoreConfig.table(values, faults, Option.JDBC_LOGINS_TABLE));
  }

  private static Duration delay(OptionReader values) {
    String text = values.textOrDefault(Option.LOGINS_DELAY);
    if (text.equals("0") || text.equalsIgnoreCase("PT0S")) {
      return Duration.ZERO;
    }
    Duration delay =
        values.duration(
            Option.LOGINS_DELAY, LONGEST_DELAY, "one minute, or 0 to ask for each request");
    return delay == null ? Duration.parse(Option.LOGINS_DELAY.defaultValue()) : delay;
  }
}
