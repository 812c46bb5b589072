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
import java.util.regex.Pattern;
import javax.sql.DataSource;

/**
 * Keeps sessions in a table of an SQL database, by plain SQL that PostgreSQL, H2 and Derby
 * understand alike. Loading is one statement, and so is writing unless others write the same
 * session at that moment. Has no threads of its own. Safe for use by many threads, and by many
 * servers on one table.
 *
 * <p>Each statement is a transaction. A connection that comes with auto-commit off has it switched
 * on for the time of use; where a transaction of the container forbids that, the statement is part
 * of it, and a rollback takes the session's change back. So give the sessions a data source that
 * takes no part in transactions (Open Liberty: {@code transactional="false"}).
 *
 * <p>What the database says to a statement is never passed on, since it may quote an id or a value.
 */
public final class JdbcStore implements SessionStore {

  private static final Pattern TABLE =
      Pattern.compile("[A-Za-z_][A-Za-z0-9_]*(\\.[A-Za-z_][A-Za-z0-9_]*)?");

  private final RetryingConnections connections;
  private final JdbcTimeout patience;
  private final SessionTable rows;
  private final TableCreator schema;
  private final ExpiredSessionCleanup sweep;

  /**
   * @param dataSource where connections come from, best a pool; how long it may take to lend one is
   *     its own setting
   * @param table the table's name, a schema before it or not
   * @param timeout how long the database may take to answer
   * @param clock tells when a session is over
   * @throws IllegalArgumentException if the name has other characters than ASCII letters, digits
   *     and underscores, or the timeout is below a millisecond
   */
  public JdbcStore(DataSource dataSource, String table, Duration timeout, Clock clock) {
    if (!TABLE.matcher(table).matches()) {
      throw new IllegalArgumentException(
          "The table of the SQL store is '%s'; a name has ASCII letters, digits and underscores, does not begin with a digit, and may have a schema and a dot before it. Name it signet_sessions, for example."
              .formatted(table));
    }
    this.patience = new JdbcTimeout(timeout);
    this.connections = new RetryingConnections(dataSource, patience);
    this.rows = new SessionTable(table, clock);
    this.schema = new TableCreator(table);
    this.sweep = new ExpiredSessionCleanup(connections, rows, clock);
  }

  /**
   * Makes the table unless it is there; several servers may do so at once.
   *
   * @throws IllegalStateException if there is no script for this database
   * @throws SessionStoreException if the database does not do it
   */
  public void createTable() {
    connections.use(
        "make its table",
        borrowed -> {
          schema.create(borrowed.connection());
          return true;
        });
  }

  @Override
  public Optional<SessionRecord> load(SessionId id) {
    return connections.use("load a session", borrowed -> rows.select(borrowed, id));
  }

  @Override
  public void create(SessionId id, SessionRecord session) {
    connections.use(
        "create a session",
        borrowed -> {
          try {
            rows.insert(borrowed, id, session);
          } catch (SQLException e) {
            if (!SqlErrors.isDuplicate(e) || !isThere(borrowed, id, session)) {
              throw e;
            }
          }
          return true;
        });
    sweep.afterWrite();
  }

  /** It is, where the answer to a first attempt was lost. */
  private boolean isThere(LeasedConnection borrowed, SessionId id, SessionRecord session)
      throws SQLException {
    return borrowed.isRepeated()
        && rows.select(borrowed, id)
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
    boolean there =
        connections.use(
            operation,
            borrowed ->
                replace(borrowed, id, next, update)
                    || (borrowed.isRepeated()
                        && !id.equals(next)
                        && rows.select(borrowed, next).isPresent()));
    sweep.afterWrite();
    return there;
  }

  /** Somebody else's change makes the version another one; ours is then made to that. */
  private boolean replace(
      LeasedConnection borrowed, SessionId id, SessionId next, SessionUpdate update)
      throws SQLException {
    SessionRecord current = update.base();
    long start = System.nanoTime();
    while (!rows.replace(borrowed, id, current.version(), next, update.applyTo(current))) {
      Optional<SessionRecord> found = rows.select(borrowed, id);
      if (found.isEmpty()) {
        return false;
      }
      if (System.nanoTime() - start > patience.timeout().toNanos()) {
        throw new SQLException("Others were faster all the time.", "40001");
      }
      current = found.get();
    }
    return true;
  }

  @Override
  public void delete(SessionId id) {
    connections.use("delete a session", borrowed -> rows.delete(borrowed, id));
  }
}
