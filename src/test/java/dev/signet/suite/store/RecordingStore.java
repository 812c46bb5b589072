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

/** A decorator that records the calls of the store, and makes them fail on demand. */
@Decorator
@Priority(Interceptor.Priority.APPLICATION)
public class RecordingStore implements SessionStore {

  private final SessionStore store;
  private final StoreRecorder recorder;

  @Inject
  public RecordingStore(@Delegate SessionStore store, StoreRecorder recorder) {
    this.store = store;
    this.recorder = recorder;
  }

  @Override
  public Optional<SessionRecord> load(SessionId id) {
    recorder.called("load");
    return store.load(id);
  }

  @Override
  public void create(SessionId id, SessionRecord session) {
    recorder.called("create");
    store.create(id, session);
  }

  @Override
  public boolean update(SessionId id, SessionUpdate update) {
    recorder.called("update");
    return store.update(id, update);
  }

  @Override
  public boolean move(SessionId id, SessionId renewed, SessionUpdate update) {
    recorder.called("move");
    return store.move(id, renewed, update);
  }

  @Override
  public boolean delete(SessionId id) {
    recorder.called("delete");
    return store.delete(id);
  }

  @Override
  public boolean wasMoved(SessionId id) {
    recorder.called("wasMoved");
    return store.wasMoved(id);
  }
}
