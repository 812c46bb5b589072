package dev.signet.suite.guard.down;

import dev.signet.spi.SessionId;
import dev.signet.spi.SessionRecord;
import dev.signet.spi.SessionStore;
import dev.signet.spi.SessionUpdate;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;

/** A store whose server is down. */
@ApplicationScoped
public class BrokenStore implements SessionStore {

  private static IllegalStateException down() {
    return new IllegalStateException("The server of the store is down.");
  }

  @Override
  public Optional<SessionRecord> load(SessionId id) {
    throw down();
  }

  @Override
  public void create(SessionId id, SessionRecord session) {
    throw down();
  }

  @Override
  public boolean update(SessionId id, SessionUpdate update) {
    throw down();
  }

  @Override
  public boolean move(SessionId id, SessionId renewed, SessionUpdate update) {
    throw down();
  }

  @Override
  public boolean delete(SessionId id) {
    throw down();
  }
}
