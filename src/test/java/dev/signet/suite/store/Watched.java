package dev.signet.suite.store;

import dev.signet.spi.SessionId;
import dev.signet.spi.SessionRecord;
import dev.signet.spi.SessionStore;
import dev.signet.spi.SessionUpdate;
import jakarta.annotation.Priority;
import jakarta.decorator.Decorator;
import jakarta.decorator.Delegate;
import jakarta.inject.Inject;
import jakarta.interceptor.Interceptor;
import java.util.Optional;

/** Notes what the store is asked, and lets it fail when it is told to. */
@Decorator
@Priority(Interceptor.Priority.APPLICATION)
public class Watched implements SessionStore {

  private final SessionStore store;
  private final Watch watch;

  @Inject
  public Watched(@Delegate SessionStore store, Watch watch) {
    this.store = store;
    this.watch = watch;
  }

  @Override
  public Optional<SessionRecord> load(SessionId id) {
    watch.called("load");
    return store.load(id);
  }

  @Override
  public void create(SessionId id, SessionRecord session) {
    watch.called("create");
    store.create(id, session);
  }

  @Override
  public boolean update(SessionId id, SessionUpdate update) {
    watch.called("update");
    return store.update(id, update);
  }

  @Override
  public boolean move(SessionId id, SessionId renewed, SessionUpdate update) {
    watch.called("move");
    return store.move(id, renewed, update);
  }

  @Override
  public void delete(SessionId id) {
    watch.called("delete");
    store.delete(id);
  }
}
