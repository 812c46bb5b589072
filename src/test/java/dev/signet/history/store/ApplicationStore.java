package dev.signet.history.store;

import dev.signet.history.FaultyStore;
import dev.signet.history.app.SessionTime;
import dev.signet.history.app.StoreControl;
import dev.signet.spi.SessionId;
import dev.signet.spi.SessionRecord;
import dev.signet.spi.SessionStore;
import dev.signet.spi.SessionUpdate;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;

/** The store of the application, which fails as it is told. */
@ApplicationScoped
public class ApplicationStore implements SessionStore, StoreControl {

  private final FaultyStore faulty = new FaultyStore(SessionTime.clock());

  @Override
  public void fail(String fault) {
    faulty.fail(fault);
  }

  @Override
  public void sweep() {
    faulty.sweep();
  }

  @Override
  public void lose() {
    faulty.lose();
  }

  @Override
  public Optional<SessionRecord> load(SessionId id) {
    return faulty.load(id);
  }

  @Override
  public void create(SessionId id, SessionRecord session) {
    faulty.create(id, session);
  }

  @Override
  public boolean update(SessionId id, SessionUpdate update) {
    return faulty.update(id, update);
  }

  @Override
  public boolean move(SessionId id, SessionId renewed, SessionUpdate update) {
    return faulty.move(id, renewed, update);
  }

  @Override
  public boolean delete(SessionId id) {
    return faulty.delete(id);
  }

  @Override
  public boolean wasMoved(SessionId id) {
    return faulty.wasMoved(id);
  }
}
