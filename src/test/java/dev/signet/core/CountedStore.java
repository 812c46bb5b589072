package dev.signet.core;

import dev.signet.spi.SessionId;
import dev.signet.spi.SessionRecord;
import dev.signet.spi.SessionStore;
import dev.signet.spi.SessionUpdate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A store that tells what it was asked, and fails when it is told to. */
final class CountedStore implements SessionStore {

  private final SessionStore store;
  private final List<String> calls = new ArrayList<>();
  @Nullable RuntimeException failure;
  @Nullable SessionUpdate lastUpdate;

  CountedStore(SessionStore store) {
    this.store = store;
  }

  /** Returns what it was asked since this was asked for the last time. */
  List<String> calls() {
    List<String> told = List.copyOf(calls);
    calls.clear();
    return told;
  }

  private void called(String name) {
    calls.add(name);
    if (failure != null) {
      throw failure;
    }
  }

  @Override
  public Optional<SessionRecord> load(SessionId id) {
    called("load");
    return store.load(id);
  }

  @Override
  public void create(SessionId id, SessionRecord session) {
    called("create");
    store.create(id, session);
  }

  @Override
  public boolean update(SessionId id, SessionUpdate update) {
    called("update");
    lastUpdate = update;
    return store.update(id, update);
  }

  @Override
  public boolean move(SessionId id, SessionId renewed, SessionUpdate update) {
    called("move");
    return store.move(id, renewed, update);
  }

  @Override
  public boolean delete(SessionId id) {
    called("delete");
    return store.delete(id);
  }

  @Override
  public boolean wasMoved(SessionId id) {
    called("wasMoved");
    return store.wasMoved(id);
  }
}
