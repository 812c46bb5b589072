package dev.signet.store.jdbc;

import dev.signet.SessionStoreException;
import dev.signet.spi.EndedLogins;
import dev.signet.spi.LoginRecord;
import dev.signet.spi.LoginStore;
import dev.signet.spi.LoginUse;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * The registry of log-ins in a table of an SQL database, with the connections, transactions and
 * messages of {@link JdbcStore}. Thread-safe, also for several servers that share a table.
 *
 * <p>A log-in ends in two steps: first it is marked as ended, then it gets a number, which is
 * higher than all numbers that any server read before the first step. So no server misses it,
 * although each statement is a transaction of its own. If the second step fails, the log-in is in
 * every answer.
 */
public final class JdbcLoginStore implements LoginStore {

  private static final int MAX_IDS = 100;

  private final TableAccess access;
  private final LoginTable table;
  private final LoginCounters counters;
  private final ExpiredRowCleanup cleanup;

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
  public JdbcLoginStore(
      DataSource dataSource, String table, Duration timeout, Clock clock, boolean createTable) {
    var name = new TableName(table);
    this.access =
        new TableAccess(
            new RetryingConnections(dataSource, new JdbcTimeout(timeout)),
            new TableCreator(TableKind.LOGINS, name),
            createTable);
    this.table = new LoginTable(name, clock);
    this.counters = new LoginCounters(name, clock);
    this.cleanup = new ExpiredRowCleanup(access, name, clock, "log-ins");
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
  public void add(LoginRecord login) {
    access.use("add a log-in", leased -> table.insert(leased, login));
    cleanup.afterWrite();
  }

  @Override
  public List<LoginRecord> find(String name) {
    return access.use("find log-ins", leased -> table.select(leased, name));
  }

  @Override
  public void use(Collection<LoginUse> uses) {
    access.use(
        "record the use of log-ins",
        leased -> {
          table.use(leased, uses);
          return true;
        });
    cleanup.afterWrite();
  }

  @Override
  public void end(Collection<String> ids, Instant rememberUntil) {
    List<String> all = List.copyOf(ids);
    for (int i = 0; i < all.size(); i += MAX_IDS) {
      endSome(all.subList(i, Math.min(all.size(), i + MAX_IDS)), rememberUntil);
    }
    cleanup.afterWrite();
  }

  private void endSome(List<String> ids, Instant rememberUntil) {
    access.use(
        "end log-ins",
        leased -> {
          table.end(leased, ids, rememberUntil);
          counters.increment(leased, LoginCounters.ENDINGS);
          table.number(leased, ids, counters.get(leased).endings());
          return true;
        });
  }

  @Override
  public void endEveryone() {
    access.use(
        "end all log-ins",
        leased -> {
          counters.increment(leased, LoginCounters.GENERATION);
          return true;
        });
  }

  @Override
  public boolean isEnded(String id) {
    return access.use("find an ended log-in", leased -> table.isEnded(leased, id));
  }

  @Override
  public EndedLogins endedSince(@Nullable String cursor) {
    return access.use(
        "find ended log-ins",
        leased -> {
          // In this order, each log-in is in this answer, or gets a higher number than the cursor.
          LoginCounters.Counts counts = counters.get(leased);
          Map<String, Instant> news = table.endedWithoutNumber(leased);
          news.putAll(table.endedAfter(leased, cursor == null ? 0 : Long.parseLong(cursor)));
          return new EndedLogins(news, counts.generation(), Long.toString(counts.endings()));
        });
  }
}
