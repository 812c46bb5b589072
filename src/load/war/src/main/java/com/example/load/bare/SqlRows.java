package com.example.load.bare;

import static java.util.stream.Collectors.joining;

import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import javax.naming.InitialContext;
import javax.naming.NamingException;
import javax.sql.DataSource;

/** SELECT and UPDATE of one text column by the container's data source. */
final class SqlRows implements Rows {

  private final DataSource dataSource;

  SqlRows() {
    try {
      dataSource = InitialContext.doLookup("jdbc/sessions");
    } catch (NamingException e) {
      throw new IllegalStateException(e);
    }
    update(
        "CREATE TABLE IF NOT EXISTS bare (data TEXT NOT NULL, id VARCHAR(36) PRIMARY KEY) WITH (fillfactor = 70)");
  }

  private void update(String sql, String... parameters) {
    try (var connection = dataSource.getConnection();
        var statement = connection.prepareStatement(sql)) {
      for (int i = 0; i < parameters.length; i++) {
        statement.setString(i + 1, parameters[i]);
      }
      statement.executeUpdate();
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String text(Map<String, ?> row) {
    return row.entrySet().stream()
        .map(entry -> entry.getKey() + "=" + entry.getValue())
        .collect(joining("\n"));
  }

  @Override
  public void create(String id, Map<String, Object> row) {
    update("INSERT INTO bare (data, id) VALUES (?, ?)", text(row), id);
  }

  @Override
  public Map<String, String> read(String id) {
    try (var connection = dataSource.getConnection();
        var statement = connection.prepareStatement("SELECT data FROM bare WHERE id = ?")) {
      statement.setString(1, id);
      try (var rows = statement.executeQuery()) {
        rows.next();
        Map<String, String> row = new HashMap<>();
        for (String line : rows.getString(1).split("\n")) {
          String[] parts = line.split("=", 2);
          row.put(parts[0], parts[1]);
        }
        return row;
      }
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void write(String id, Map<String, String> row, int count) {
    row.put("count", String.valueOf(count));
    update("UPDATE bare SET data = ? WHERE id = ?", text(row), id);
  }
}
