package dev.signet.config;

import dev.signet.store.jdbc.TableName;
import dev.signet.store.redis.RedisAddress;
import java.time.Duration;
import java.util.regex.Pattern;
import org.eclipse.microprofile.config.Config;
import org.jspecify.annotations.Nullable;

/**
 * Where sessions are kept. Its text contains no address, which may have a password in it.
 * Immutable.
 *
 * @param kind the store
 * @param timeout the longest time that a request waits for the store
 * @param maxSize the largest size of a session in a store, in bytes
 * @param maxSessions the number of sessions that are kept in memory
 * @param redisUri the address of Redis, which RedisAddress parses
 * @param redisPrefix the prefix of the keys in Redis
 * @param redisPoolSize the largest number of connections to Redis
 * @param dataSource the JNDI name of the database; null for the embedded one
 * @param table the name of the table
 * @param createTable whether a missing table is created
 * @param health whether the readiness of the server includes the store
 */
public record StoreConfig(
    Kind kind,
    Duration timeout,
    int maxSize,
    int maxSessions,
    String redisUri,
    String redisPrefix,
    int redisPoolSize,
    @Nullable String dataSource,
    String table,
    boolean createTable,
    boolean health) {

  /** The stores that come with the library. */
  public enum Kind {
    COOKIE,
    MEMORY,
    REDIS,
    JDBC
  }

  private static final Duration LONGEST_TIMEOUT = Duration.ofMinutes(1);
  private static final int LARGEST_SESSION = 100_000_000;
  private static final int MOST_SESSIONS = 100_000_000;
  private static final int MOST_CONNECTIONS = 10_000;
  private static final Pattern PRINTABLE = Pattern.compile("[\\x21-\\x7E]{0,100}");

  static StoreConfig read(OptionReader values, ConfigErrors faults) {
    Kind kind = values.oneOf(Option.STORE, Kind.class);
    String dataSource =
        printable(
            values,
            faults,
            Option.JDBC_DATA_SOURCE,
            "Write the JNDI name of a data source, such as jdbc/sessions.");
    String prefix =
        printable(values, faults, Option.REDIS_KEY_PREFIX, "Write it so, or leave it out.");
    return new StoreConfig(
        kind,
        timeout(values),
        values.number(Option.MAX_SIZE, LARGEST_SESSION),
        values.number(Option.MEMORY_MAX_SESSIONS, MOST_SESSIONS),
        redisUri(values, faults),
        prefix,
        values.number(Option.REDIS_POOL_SIZE, MOST_CONNECTIONS),
        dataSource.equals(Option.JDBC_DATA_SOURCE.defaultValue()) ? null : dataSource,
        table(values, faults, Option.JDBC_TABLE),
        values.truth(Option.JDBC_CREATE_TABLE),
        values.truth(Option.HEALTH));
  }

  static String table(OptionReader values, ConfigErrors faults, Option option) {
    String table = values.textOrDefault(option);
    if (!TableName.isValid(table)) {
      faults.add(
          option,
          "is %s. A table name has at most 63 ASCII letters, digits and _, does not begin with a"
              + " digit, and may follow a schema and a dot. Correct it, or remove the option.",
          ConfigErrors.shown(table));
    }
    return table;
  }

  /**
   * Returns whether the health check is enabled, before all options are read; false if the option
   * has a fault, which is reported with the others.
   */
  public static boolean isHealthEnabled(Config config) {
    var faults = new ConfigErrors();
    return new OptionReader(config, faults).truth(Option.HEALTH);
  }

  private static String printable(
      OptionReader values, ConfigErrors faults, Option option, String remedy) {
    String text = values.textOrDefault(option);
    if (!PRINTABLE.matcher(text).matches()) {
      faults.add(
          option,
          "is %s; it may have at most 100 printable ASCII characters without a blank. %s",
          ConfigErrors.shown(text),
          remedy);
    }
    return text;
  }

  private static Duration timeout(OptionReader values) {
    Duration timeout =
        values.duration(
            Option.STORE_TIMEOUT, LONGEST_TIMEOUT, "one minute: a request waits for it");
    return timeout == null ? Duration.parse(Option.STORE_TIMEOUT.defaultValue()) : timeout;
  }

  private static String redisUri(OptionReader values, ConfigErrors faults) {
    String uri = values.textOrDefault(Option.REDIS_URI);
    try {
      RedisAddress.parse(uri);
    } catch (IllegalArgumentException e) { // its message does not show the URI
      faults.add(Option.REDIS_URI, "is not valid. %s", String.valueOf(e.getMessage()));
    }
    return uri;
  }

  /** Returns the kind of the store only. */
  @Override
  public String toString() {
    return "StoreConfig[" + kind + "]";
  }
}
