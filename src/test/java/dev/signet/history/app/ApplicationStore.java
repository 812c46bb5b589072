package dev.signet.history.app;

import dev.signet.history.FaultyStore;
import dev.signet.spi.SessionId;
import dev.signet.spi.SessionRecord;
import dev.signet.spi.SessionStore;
import dev.signet.spi.SessionUpdate;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;

/** The store of the application, which fails as it is told. */
@ApplicationScoped
public class ApplicationStore implements SessionStore {

  private final FaultyStore faulty = new FaultyStore(SessionTime.CLOCK);

  void fail(String fault) {
    faulty.fail(fault);
  }

  void sweep() {
    faulty.sweep();
  }

  void lose() {
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
