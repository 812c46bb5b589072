package dev.signet.store.jdbc;

import java.io.IOException;
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
 * A data source of an embedded H2 database in a file, for a first try and for one server. The first
 * connection opens the file, and {@link #close} or the end of the process closes it. A commit is in
 * the file when it returns. Connections are cheap and are not pooled. The file is readable by its
 * owner only, and stays open if a thread that uses it is interrupted. Thread-safe.
 */
public final class H2FileDataSource implements DataSource, AutoCloseable {

  private static final String DRIVER = "org.h2.Driver";
  private static final String USER = "sa";
  private static final String SUFFIX = ".mv.db";

  /** H2: database may be already in use. */
  private static final int IN_USE = 90020;

  private final Driver driver;
  private final ClassLoader loader;
  private final Path file;
  private final String url;
  private volatile boolean created;

  /**
   * @param file the path of the database file, without the suffix {@code .mv.db}
   * @param loader a class loader that finds H2's driver, usually that of the application
   * @throws IllegalStateException if the class loader does not find the driver
   * @throws IllegalArgumentException if the path contains a semicolon
   */
  public H2FileDataSource(Path file, ClassLoader loader) {
    String path = file.toAbsolutePath().normalize().toString();
    if (path.indexOf(';') >= 0) {
      throw new IllegalArgumentException(
          "The database file %s has a semicolon in its path, where H2's settings begin. Use another path."
              .formatted(file));
    }
    this.driver = driver(loader);
    this.loader = loader;
    this.file = Path.of(path + SUFFIX);
    this.url =
        "jdbc:h2:retry:%s;DB_CLOSE_DELAY=-1;WRITE_DELAY=0;TRACE_LEVEL_FILE=0".formatted(path);
  }

  /** Compares names first: creating an instance of some drivers starts a database. */
  private static Driver driver(ClassLoader loader) {
    return ServiceLoader.load(Driver.class, loader).stream()
        .filter(provider -> provider.type().getName().equals(DRIVER))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalStateException(
                    "session.store=jdbc and session.logins=jdbc use an H2 database file without"
                        + " session.jdbc.data-source, and H2 is not on the class path. Add"
                        + " com.h2database:h2 to the application, or set session.jdbc.data-source"
                        + " to the JNDI name of your own data source."))
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
    try {
      if (!created) {
        OwnerOnlyFile.create(file);
        created = true;
      }
      Connection connection = driver.connect(url, credentials);
      if (connection == null) {
        throw new SQLException("H2's driver does not accept its own URL.", "08001");
      }
      return connection;
    } catch (IOException e) {
      throw new DataSourceLookupException(
          "The database file %s cannot be created for its owner only. Start the server in a folder that it may write to, or set session.jdbc.data-source."
              .formatted(file),
          true,
          e);
    } catch (SQLException e) {
      throw e.getErrorCode() == IN_USE ? inUse(e) : e;
    }
  }

  private SQLException inUse(SQLException cause) {
    return new DataSourceLookupException(
        "The database file %s is in use by another application or process, and an embedded database serves one. Set session.jdbc.data-source to a database that both can use, or start the other process in another folder."
            .formatted(file),
        true,
        cause);
  }

  /** Closes the file and deregisters the driver. A later connection opens the file again. */
  @Override
  public void close() throws SQLException {
    try (Connection connection = getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute("SHUTDOWN");
    } finally {
      deregister();
    }
  }

  /**
   * A registered driver would keep the class loader of an application that was undeployed. H2
   * deregisters itself: DriverManager's list would initialize other drivers in this class loader.
   */
  private void deregister() throws SQLException {
    Class<?> type = driver.getClass();
    if (type.getClassLoader() != loader) {
      return; // H2 belongs to the server
    }
    try {
      type.getMethod("unload").invoke(null);
    } catch (ReflectiveOperationException e) {
      throw new SQLException("H2's driver cannot be deregistered.", e);
    }
  }

  /** Returns the class and the path of the file. */
  @Override
  public String toString() {
    return "H2FileDataSource[%s]".formatted(file);
  }

  @Override
  public @Nullable PrintWriter getLogWriter() {
    return null;
  }

  /** Does nothing: there is no log. */
  @Override
  public void setLogWriter(@Nullable PrintWriter out) {}

  /** Does nothing: there is no server to log in to. */
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
      throw new SQLException("H2FileDataSource does not wrap a %s.".formatted(type.getName()));
    }
    return type.cast(this);
  }

  @Override
  public boolean isWrapperFor(Class<?> type) {
    return type.isInstance(this);
  }
}
