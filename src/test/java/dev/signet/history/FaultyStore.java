package dev.signet.history;

import dev.signet.SessionStoreException;
import dev.signet.history.Step.Fault;
import dev.signet.spi.SessionId;
import dev.signet.spi.SessionRecord;
import dev.signet.spi.SessionStore;
import dev.signet.spi.SessionUpdate;
import dev.signet.store.memory.MemoryStore;
import java.time.Clock;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/** The store in memory, which fails and waits as it is told. */
public final class FaultyStore implements SessionStore {

  private static final int ENOUGH = 10_000;

  private final Clock clock;
  private final Set<SessionId> ids = ConcurrentHashMap.newKeySet();
  private volatile MemoryStore memory;
  private volatile Fault fault = Fault.NONE;
  private volatile Runnable during = () -> {};

  public FaultyStore(Clock clock) {
    this.clock = clock;
    this.memory = new MemoryStore(ENOUGH, clock);
  }

  void fail(Fault next) {
    fault = next;
  }

  /** Fails the next call as the name of a {@link Fault} says. */
  public void fail(String next) {
    fail(Fault.valueOf(next));
  }

  void slow(Runnable meanwhile) {
    during = meanwhile;
  }

  public void lose() {
    memory = new MemoryStore(ENOUGH, clock);
    ids.clear();
  }

  /** Lets the sessions disappear that have expired, because a clock may be set back afterwards. */
  public void sweep() {
    ids.forEach(memory::load);
  }

  private <T> T call(Supplier<T> work) {
    Runnable first = during;
    during = () -> {};
    first.run();
    Fault now = fault;
    fault = Fault.NONE;
    if (now == Fault.BEFORE) {
      throw new IllegalArgumentException("The store refuses.");
    }
    T result = work.get();
    if (now == Fault.AFTER) {
      throw new SessionStoreException("The answer of the store was lost.", null);
    }
    return result;
  }

  @Override
  public Optional<SessionRecord> load(SessionId id) {
    return call(() -> memory.load(id));
  }

  @Override
  public void create(SessionId id, SessionRecord session) {
    ids.add(id);
    call(
        () -> {
          memory.create(id, session);
          return true;
        });
  }

  @Override
  public boolean update(SessionId id, SessionUpdate update) {
    return call(() -> memory.update(id, update));
  }

  @Override
  public boolean move(SessionId id, SessionId renewed, SessionUpdate update) {
    ids.add(renewed);
    return call(() -> memory.move(id, renewed, update));
  }

  @Override
  public boolean delete(SessionId id) {
    return call(() -> memory.delete(id));
  }

  @Override
  public boolean wasMoved(SessionId id) {
    return call(() -> memory.wasMoved(id));
  }
}
