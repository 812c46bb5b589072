package dev.signet.store.jdbc;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The check that MySQL and MariaDB refuse a value that is too long for its column, as all other
 * databases do. Without the strict mode they cut it and report success.
 */
final class StrictSqlMode {

  private static final Set<String> PRODUCTS = Set.of("MySQL", "MariaDB");

  /** TRADITIONAL includes both. */
  private static final Pattern STRICT =
      Pattern.compile("\\b(STRICT_TRANS_TABLES|STRICT_ALL_TABLES|TRADITIONAL)\\b");

  private StrictSqlMode() {}

  /**
   * Checks a connection. Other databases are not called.
   *
   * @throws LaxSqlModeException if the database would cut values
   */
  static void check(Connection connection) throws SQLException {
    if (!PRODUCTS.contains(connection.getMetaData().getDatabaseProductName())) {
      return;
    }
    try (var statement = connection.createStatement();
        var mode = statement.executeQuery("SELECT @@SESSION.sql_mode")) {
      if (!mode.next() || !STRICT.matcher(String.valueOf(mode.getString(1))).find()) {
        throw new LaxSqlModeException();
      }
    }
  }
}
