package dev.signet.store.jdbc;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Makes the table, by the script that a database administrator would take. */
final class TableCreator {

  /** Where the scripts are in the jar. */
  static final String SCRIPTS = "dev/signet/store/jdbc";

  private static final Pattern NAME_IN_SCRIPTS = Pattern.compile("signet_sessions(_by_expiry)?");
  private static final String POSTGRESQL = "PostgreSQL";
  private static final Map<String, String> SCRIPT_BY_PRODUCT =
      Map.of(POSTGRESQL, "postgresql.sql", "H2", "h2.sql", "Apache Derby", "derby.sql");

  private final String table;

  TableCreator(String table) {
    this.table = table;
  }

  /**
   * Makes the table unless it is there. Another node may be about it as well: whoever comes second
   * fails in one way or another, and finds the table.
   *
   * @throws IllegalStateException if there is no script for this database
   */
  void create(Connection connection) throws SQLException {
    if (isThere(connection)) {
      return;
    }
    SQLException failure = null;
    for (String statement : statements(connection.getMetaData().getDatabaseProductName())) {
      SQLException failed = execute(connection, statement);
      failure = failure == null ? failed : failure;
    }
    if (failure != null && !isThere(connection)) {
      throw failure;
    }
  }

  private boolean isThere(Connection connection) throws SQLException {
    SQLException failed =
        execute(
            connection,
            "SELECT id, data, version, expires_at FROM %s WHERE 1 = 0".formatted(table));
    if (failed != null && SqlErrors.isOfConnection(failed)) {
      throw failed;
    }
    return failed == null;
  }

  private static @Nullable SQLException execute(Connection connection, String sql) {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
      return null;
    } catch (SQLException e) {
      return e;
    }
  }

  /** Returns what the script for a database has in it. */
  String[] statements(String product) {
    String script = SCRIPT_BY_PRODUCT.get(product);
    if (script == null) {
      throw new IllegalStateException(
          "There is no script to make the table %s on %s. Make it yourself, as %s/postgresql.sql in the jar does it, in that database's words for long text, and configure that it is there."
              .formatted(table, product, SCRIPTS));
    }
    String statements = text(script).replaceAll("(?m)^--.*$", "").strip();
    return NAME_IN_SCRIPTS
        .matcher(statements)
        .replaceAll(name -> name.group(1) == null ? table : index(product) + name.group(1))
        .split(";\\s*", 0);
  }

  /** What the index is called after; PostgreSQL takes no schema there, the others want it. */
  private String index(String product) {
    return product.equals(POSTGRESQL) ? table.substring(table.indexOf('.') + 1) : table;
  }

  private static String text(String script) {
    try (InputStream resource = TableCreator.class.getResourceAsStream(script)) {
      if (resource == null) {
        throw new IllegalStateException(
            "The script %s/%s is not in the jar; take a jar that is whole."
                .formatted(SCRIPTS, script));
      }
      return new String(resource.readAllBytes(), UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
