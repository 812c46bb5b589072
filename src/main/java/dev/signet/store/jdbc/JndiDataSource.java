package dev.signet.store.jdbc;

import java.io.PrintWriter;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;
import java.util.logging.Logger;
import javax.naming.InitialContext;
import javax.naming.NamingException;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * A data source of the container, looked up when it is first needed: at deployment not every server
 * has it yet. Safe for use by many threads.
 */
public final class JndiDataSource implements DataSource {

  private final String name;
  private volatile @Nullable DataSource found;

  /**
   * @param name its name in JNDI
   */
  public JndiDataSource(String name) {
    this.name = name;
  }

  private DataSource dataSource() throws SQLException {
    DataSource known = found;
    if (known == null) {
      known = lookUp();
      found = known;
    }
    return known;
  }

  @SuppressWarnings("BanJNDI") // the name is the operator's, and the container's the only directory
  private DataSource lookUp() throws SQLException {
    try {
      if (new InitialContext().lookup(name) instanceof DataSource known) {
        return known;
      }
    } catch (NamingException e) {
      throw new SQLException(missing(), "08001", e);
    }
    throw new SQLException(missing(), "08001");
  }

  private String missing() {
    return "There is no data source of the name %s. Define it in the server, or correct session.jdbc.data-source."
        .formatted(name);
  }

  @Override
  public Connection getConnection() throws SQLException {
    return dataSource().getConnection();
  }

  @Override
  public Connection getConnection(String username, String password) throws SQLException {
    return dataSource().getConnection(username, password);
  }

  @Override
  public @Nullable PrintWriter getLogWriter() throws SQLException {
    return dataSource().getLogWriter();
  }

  @Override
  public void setLogWriter(@Nullable PrintWriter out) throws SQLException {
    dataSource().setLogWriter(out);
  }

  @Override
  public void setLoginTimeout(int seconds) throws SQLException {
    dataSource().setLoginTimeout(seconds);
  }

  @Override
  public int getLoginTimeout() throws SQLException {
    return dataSource().getLoginTimeout();
  }

  @Override
  public Logger getParentLogger() throws SQLFeatureNotSupportedException {
    throw new SQLFeatureNotSupportedException();
  }

  @Override
  public <T> T unwrap(Class<T> type) throws SQLException {
    return dataSource().unwrap(type);
  }

  @Override
  public boolean isWrapperFor(Class<?> type) throws SQLException {
    return dataSource().isWrapperFor(type);
  }

  /** Shows the name. */
  @Override
  public String toString() {
    return "NamedDataSource[%s]".formatted(name);
  }
}
