package dev.signet.store.jdbc;

import dev.signet.SessionStoreException;
import dev.signet.spi.SessionId;
import dev.signet.spi.SessionRecord;
import dev.signet.spi.SessionStore;
import dev.signet.spi.SessionUpdate;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import javax.sql.DataSource;

/**
 * A store in a table of an SQL database. Loading a session is one statement, and so is writing it
 * unless a concurrent request changed the same session. The store has no threads of its own.
 * Thread-safe, also for several servers that share a table.
 *
 * <p>Each statement is a transaction of its own, so a change is complete or absent. A transaction
 * of the application is suspended on servers whose transaction manager is known (Open Liberty,
 * WildFly, Payara, GlassFish, TomEE). Elsewhere a connection that takes part in it is refused: use
 * a data source that takes no part in transactions.
 *
 * <p>Messages never quote what the database says about a statement, since it may contain an id or a
 * value.
 */
public final class JdbcStore implements SessionStore {

  private final TableAccess access;
  private final JdbcTimeout timeout;
  private final SessionTable table;
  private final ExpiredRowCleanup cleanup;

  /**
   * A store whose table exists, or is created by {@link #createTable}.
   *
   * @param dataSource the source of connections, usually a pool, which has its own time limit for a
   *     free connection
   * @param table the name of the table, optionally with a schema and a dot before it
   * @param timeout the longest time to wait for a response of the database
   * @param clock the clock that expiration times are compared with
   * @throws IllegalArgumentException if the name is not a {@link TableName}, or the timeout is
   *     shorter than a millisecond
   */
  public JdbcStore(DataSource dataSource, String table, Duration timeout, Clock clock) {
    this(dataSource, table, timeout, clock, false);
  }

  /**
   * A store that may create its table before the first operation.
   *
   * @param dataSource the source of connections, usually a pool, which has its own time limit for a
   *     free connection
   * @param table the name of the table, optionally with a schema and a dot before it
   * @param timeout the longest time to wait for a response of the database
   * @param clock the clock that expiration times are compared with
   * @param createTable whether the table is created if it does not exist
   * @throws IllegalArgumentException if the name is not a {@link TableName}, or the timeout is
   *     shorter than a millisecond
   */
  public JdbcStore(
      DataSource dataSource, String table, Duration timeout, Clock clock, boolean createTable) {
    var name = new TableName(table);
    this.timeout = new JdbcTimeout(timeout);
    this.table = new SessionTable(name, clock);
    this.access =
        new TableAccess(
            new RetryingConnections(dataSource, this.timeout),
            new TableCreator(TableKind.SESSIONS, name),
            createTable);
    this.cleanup = new ExpiredRowCleanup(access, name, clock, "sessions");
  }

  /**
   * Creates the table unless it exists. Several servers may do so at once.
   *
   * @throws IllegalStateException if there is no script for this database
   * @throws SessionStoreException if the database fails
   */
  public void createTable() {
    access.createTable();
  }

  /**
   * Checks the data source and the table, and creates the table if configured so.
   *
   * @throws IllegalStateException if the configuration is wrong
   * @throws SessionStoreException if the database does not respond
   */
  public void check() {
    access.check();
  }

  @Override
  public Optional<SessionRecord> load(SessionId id) {
    return access.use("load a session", leased -> table.select(leased, id));
  }

  @Override
  public void create(SessionId id, SessionRecord session) {
    access.use(
        "create a session",
        leased -> {
          try {
            table.insert(leased, id, session);
          } catch (SQLException e) {
            if (SqlFault.of(e) != SqlFault.DUPLICATE || !wasInserted(leased, id, session)) {
              throw e;
            }
          }
          return true;
        });
    cleanup.afterWrite();
  }

  /** Returns whether a first attempt, whose response was lost, has inserted the session. */
  private boolean wasInserted(LeasedConnection leased, SessionId id, SessionRecord session)
      throws SQLException {
    return leased.isRepeated()
        && table
            .select(leased, id)
            .filter(found -> found.attributes().equals(session.attributes()))
            .isPresent();
  }

  @Override
  public boolean update(SessionId id, SessionUpdate update) {
    return change("update a session", id, id, update);
  }

  @Override
  public boolean move(SessionId id, SessionId renewed, SessionUpdate update) {
    return change("move a session", id, renewed, update);
  }

  private boolean change(String operation, SessionId id, SessionId next, SessionUpdate update) {
    boolean exists =
        access.use(
            operation,
            leased ->
                replace(leased, id, next, update)
                    || (leased.isRepeated()
                        && !id.equals(next)
                        && table.select(leased, next).isPresent()));
    cleanup.afterWrite();
    return exists;
  }

  /** If a concurrent request changed the version, repeats the change on the current session. */
  private boolean replace(
      LeasedConnection leased, SessionId id, SessionId next, SessionUpdate update)
      throws SQLException {
    SessionRecord current = update.base();
    long start = System.nanoTime();
    while (!replace(leased, id, current.version(), next, update.applyTo(current))) {
      Optional<SessionRecord> found = table.select(leased, id);
      if (found.isEmpty()) {
        return false;
      }
      if (System.nanoTime() - start > timeout.timeout().toNanos()) {
        throw new SQLException("Concurrent changes were always faster.", "40001");
      }
      current = found.get();
    }
    return true;
  }

  private boolean replace(
      LeasedConnection leased, SessionId id, long version, SessionId next, SessionRecord session)
      throws SQLException {
    return id.equals(next)
        ? table.update(leased, id, version, session)
        : table.move(leased, id, version, next, session);
  }

  @Override
  public boolean delete(SessionId id) {
    return access.use("delete a session", leased -> table.delete(leased, id));
  }

  @Override
  public boolean wasMoved(SessionId id) {
    return access.use("find a moved session", leased -> table.wasMoved(leased, id));
  }
}
