package dev.signet.store.jdbc;

import com.zaxxer.hikari.HikariDataSource;
import dev.signet.testing.MutableClock;
import java.time.Duration;
import java.time.Instant;

/** A store with the table, the pool and the clock that it uses. */
record DatabaseFixture(HikariDataSource pool, String table, MutableClock clock, JdbcStore store)
    implements AutoCloseable {

  Instant in(Duration time) {
    return clock.instant().plus(time);
  }

  int rows() {
    return new Query(pool).number("SELECT COUNT(*) FROM " + table);
  }

  @Override
  public void close() {
    pool.close();
  }
}
