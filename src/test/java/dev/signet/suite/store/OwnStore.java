package dev.signet.suite.store;

import dev.signet.spi.SessionId;
import dev.signet.spi.SessionRecord;
import dev.signet.spi.SessionStore;
import dev.signet.spi.SessionUpdate;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** A store as an application would write it: a bean, and that is all. */
@ApplicationScoped
public class OwnStore implements SessionStore {

  private final Map<SessionId, SessionRecord> sessions = new ConcurrentHashMap<>();

  @Override
  public Optional<SessionRecord> load(SessionId id) {
    return Optional.ofNullable(sessions.get(id)).filter(found -> !found.isExpired(Instant.now()));
  }

  @Override
  public void create(SessionId id, SessionRecord session) {
    sessions.put(id, session);
  }

  @Override
  public boolean update(SessionId id, SessionUpdate update) {
    return sessions.computeIfPresent(
            id, (same, found) -> found.isExpired(Instant.now()) ? null : update.applyTo(found))
        != null;
  }

  @Override
  public boolean move(SessionId id, SessionId renewed, SessionUpdate update) {
    SessionRecord found = sessions.remove(id);
    if (found == null || found.isExpired(Instant.now())) {
      return false;
    }
    sessions.put(renewed, update.applyTo(found));
    return true;
  }

  @Override
  public boolean delete(SessionId id) {
    return sessions.remove(id) != null;
  }
}
