package dev.signet.store.jdbc;

import java.sql.SQLException;
import javax.sql.DataSource;

/** Looks into a database past the store. */
record Query(DataSource dataSource) {

  int number(String sql) {
    return Integer.parseInt(text(sql));
  }

  String text(String sql) {
    try (var connection = dataSource.getConnection();
        var statement = connection.createStatement();
        var rows = statement.executeQuery(sql)) {
      rows.next();
      return rows.getString(1);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  void run(String sql) {
    try (var connection = dataSource.getConnection();
        var statement = connection.createStatement()) {
      statement.execute(sql);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }
}
