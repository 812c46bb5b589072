package dev.signet.store.jdbc;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Driver;
import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;
import java.sql.Statement;
import java.util.Properties;
import java.util.ServiceLoader;
import java.util.logging.Logger;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * A database in a file, for a first try and for one server: H2, in this process. Opened by the
 * first connection, closed by {@link #close} or the end of the process; a commit is in the file
 * when it returns. Connections cost little there and are not kept. Safe for use by many threads.
 */
public final class H2FileDataSource implements DataSource, AutoCloseable {

  private static final String DRIVER = "org.h2.Driver";
  private static final String USER = "sa";

  private final Driver driver;
  private final String url;

  /**
   * @param file where it is, without the ending that H2 adds
   * @param loader who may see H2's driver, that of the application as a rule
   * @throws IllegalStateException if he does not see it
   * @throws IllegalArgumentException if the path has a semicolon
   */
  public H2FileDataSource(Path file, ClassLoader loader) {
    String path = file.toAbsolutePath().normalize().toString();
    if (path.indexOf(';') >= 0) {
      throw new IllegalArgumentException(
          "The database file %s has a semicolon in its path, where H2's settings would begin. Choose another path."
              .formatted(file));
    }
    this.driver = driver(loader);
    this.url = "jdbc:h2:file:" + path + ";DB_CLOSE_DELAY=-1;WRITE_DELAY=0";
  }

  /** Looks at names first: making some drivers starts a database. */
  private static Driver driver(ClassLoader loader) {
    return ServiceLoader.load(Driver.class, loader).stream()
        .filter(provider -> provider.type().getName().equals(DRIVER))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalStateException(
                    "session.store=jdbc without session.jdbc.data-source keeps sessions in an H2"
                        + " database file, and H2 is not on the class path. Add com.h2database:h2"
                        + " to the application, or set session.jdbc.data-source to the JNDI name of"
                        + " your own data source."))
        .get();
  }

  @Override
  public Connection getConnection() throws SQLException {
    return getConnection(USER, "");
  }

  @Override
  public Connection getConnection(String username, String password) throws SQLException {
    var credentials = new Properties();
    credentials.setProperty("user", username);
    credentials.setProperty("password", password);
    Connection connection = driver.connect(url, credentials);
    if (connection == null) {
      throw new SQLException("H2's driver does not take its own URL.", "08001");
    }
    return connection;
  }

  /**
   * Closes the file, so that others can open it: the same application, deployed again. A later
   * connection would open it anew.
   */
  @Override
  public void close() throws SQLException {
    try (Connection connection = getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute("SHUTDOWN");
    }
  }

  /** Shows where it is. */
  @Override
  public String toString() {
    return "DatabaseFile[%s]".formatted(url);
  }

  @Override
  public @Nullable PrintWriter getLogWriter() {
    return null;
  }

  /** Is not used: nothing is logged. */
  @Override
  public void setLogWriter(@Nullable PrintWriter out) {}

  /** Is not used: there is nobody to log in at. */
  @Override
  public void setLoginTimeout(int seconds) {}

  @Override
  public int getLoginTimeout() {
    return 0;
  }

  @Override
  public Logger getParentLogger() throws SQLFeatureNotSupportedException {
    throw new SQLFeatureNotSupportedException();
  }

  @Override
  public <T> T unwrap(Class<T> type) throws SQLException {
    if (!type.isInstance(this)) {
      throw new SQLException("It wraps no %s.".formatted(type.getName()));
    }
    return type.cast(this);
  }

  @Override
  public boolean isWrapperFor(Class<?> type) {
    return type.isInstance(this);
  }
}
