package dev.signet.store.jdbc;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Creates a table with the script that comes in the jar. Immutable. */
final class TableCreator {

  /** The directory of the scripts in the jar. */
  static final String SCRIPTS = "dev/signet/store/jdbc";

  private static final Map<String, String> DATABASE_BY_PRODUCT =
      Map.of(
          "PostgreSQL",
          "postgresql",
          "H2",
          "h2",
          "Apache Derby",
          "derby",
          "MySQL",
          "mysql",
          "MariaDB",
          "mariadb",
          "Oracle",
          "oracle",
          "Microsoft SQL Server",
          "sqlserver");

  /** Db2 appends its platform, as in DB2/LINUXX8664. */
  private static final String DB2 = "DB2";

  private final TableKind kind;
  private final TableName table;

  TableCreator(TableKind kind, TableName table) {
    this.kind = kind;
    this.table = table;
  }

  /**
   * Creates the table unless it exists. Several servers may do so at once: those that come second
   * fail and find the table.
   *
   * @throws IllegalStateException if there is no script for this database
   */
  void create(Connection connection) throws SQLException {
    if (exists(connection)) {
      return;
    }
    SQLException failure = null;
    for (String statement : statements(connection.getMetaData().getDatabaseProductName())) {
      SQLException failed = execute(connection, statement);
      failure = failure == null ? failed : failure;
    }
    if (failure != null && !exists(connection)) {
      throw failure;
    }
  }

  private boolean exists(Connection connection) throws SQLException {
    try {
      check(connection);
      return true;
    } catch (SQLException e) {
      if (SqlFault.of(e) == SqlFault.CONNECTION) {
        throw e;
      }
      return false;
    }
  }

  /** Selects no row with all columns, so that a missing table or column is an error. */
  void check(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute("SELECT %s FROM %s WHERE 1 = 0".formatted(kind.columns(), table));
    }
  }

  private static @Nullable SQLException execute(Connection connection, String sql) {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
      return null;
    } catch (SQLException e) {
      return e;
    }
  }

  /** Returns the statements of the script for a database. */
  String[] statements(String product) {
    String database = product.startsWith(DB2) ? "db2" : DATABASE_BY_PRODUCT.get(product);
    if (database == null) {
      throw new IllegalStateException(
          "session.jdbc.create-table is true, and there is no script to create the table %s on %s. Create it yourself, as %s/%s in the jar does, with the types of that database, and set session.jdbc.create-table=false."
              .formatted(table, product, SCRIPTS, kind.script("postgresql")));
    }
    String statements = text(kind.script(database)).replaceAll("(?m)^--.*$", "").strip();
    return kind.nameInScripts()
        .matcher(statements)
        .replaceAll(name -> name.group(1) == null ? table.value() : index(database) + name.group(1))
        .split(";\\s*", 0);
  }

  /** In H2 and Derby the index name has the schema of the table, elsewhere it may have none. */
  private String index(String database) {
    return database.equals("h2") || database.equals("derby") ? table.value() : table.unqualified();
  }

  private static String text(String script) {
    try (InputStream resource = TableCreator.class.getResourceAsStream(script)) {
      if (resource == null) {
        throw new IllegalStateException(
            "The script %s/%s is missing in the jar. Use a complete jar."
                .formatted(SCRIPTS, script));
      }
      return new String(resource.readAllBytes(), UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
