package dev.signet.store.jdbc;

import dev.signet.spi.SessionId;
import dev.signet.spi.SessionRecord;
import dev.signet.spi.SessionStore;
import dev.signet.spi.SessionUpdate;
import java.util.Optional;

/**
 * A store that makes its table before it is first used; where that fails, the next use tries again.
 * Safe for use by many threads.
 */
public final class StoreWithTable implements SessionStore {

  private final JdbcStore store;
  private volatile boolean made;

  /**
   * @param store the store whose table it is
   */
  public StoreWithTable(JdbcStore store) {
    this.store = store;
  }

  private JdbcStore ready() {
    if (!made) {
      store.createTable();
      made = true;
    }
    return store;
  }

  @Override
  public Optional<SessionRecord> load(SessionId id) {
    return ready().load(id);
  }

  @Override
  public void create(SessionId id, SessionRecord session) {
    ready().create(id, session);
  }

  @Override
  public boolean update(SessionId id, SessionUpdate update) {
    return ready().update(id, update);
  }

  @Override
  public boolean move(SessionId id, SessionId renewed, SessionUpdate update) {
    return ready().move(id, renewed, update);
  }

  @Override
  public void delete(SessionId id) {
    ready().delete(id);
  }
}
