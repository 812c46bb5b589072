package dev.signet.store.jdbc;

import java.io.PrintWriter;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;
import java.util.logging.Logger;
import javax.naming.CommunicationException;
import javax.naming.InitialContext;
import javax.naming.NameNotFoundException;
import javax.naming.NamingException;
import javax.naming.ServiceUnavailableException;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * A data source of the container, looked up by its JNDI name at first use and after each failure.
 * Thread-safe.
 */
public final class JndiDataSource implements DataSource {

  private final String name;
  private volatile @Nullable DataSource found;

  /**
   * @param name the JNDI name
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

  @SuppressWarnings(
      "BanJNDI") // the operator configures the name, and the container is the directory
  private DataSource lookUp() throws SQLException {
    Object object;
    try {
      object = new InitialContext().lookup(name);
    } catch (CommunicationException | ServiceUnavailableException e) {
      throw new DataSourceLookupException(
          "session.jdbc.data-source is %s, and the directory does not respond. Check the server's JNDI."
              .formatted(name),
          false,
          e);
    } catch (NameNotFoundException e) {
      throw missing("JNDI has no such name", e);
    } catch (NamingException e) {
      throw missing("JNDI cannot create it (%s)".formatted(e.getMessage()), e);
    }
    if (object instanceof DataSource dataSource) {
      return dataSource;
    }
    throw missing("JNDI has no javax.sql.DataSource there", null);
  }

  private DataSourceLookupException missing(String fact, @Nullable NamingException cause) {
    return new DataSourceLookupException(
        "session.jdbc.data-source is %s, and %s. Define a data source of this name in the server, or correct the option."
            .formatted(name, fact),
        true,
        cause);
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

  /** Returns the class and the JNDI name. */
  @Override
  public String toString() {
    return "JndiDataSource[%s]".formatted(name);
  }
}
