package dev.signet.history;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What requests share: time, the tokens that were sent, and the store. Immutable.
 *
 * @param millis the time
 * @param tokens the meaning of each token that was ever sent; any other text is worthless
 * @param store the sessions in the store by number
 * @param moved when sessions were moved away from a number, in milliseconds
 * @param last the number of the newest session
 * @param fault how the next call of the store fails
 * @param registry the log-ins
 */
record Shared(
    long millis,
    Map<String, Token> tokens,
    Map<Integer, Stored> store,
    Map<Integer, Long> moved,
    int last,
    Step.Fault fault,
    Registry registry) {

  private static final long MINUTE = 60_000;

  record Stored(Content content, long end) {}

  /** What a call of the store did. */
  record Called(Shared shared, boolean failed, boolean found) {}

  long now() {
    return Math.floorDiv(millis, 1000L);
  }

  Shared at(long time) {
    Map<Integer, Stored> left = new HashMap<>(store);
    left.values().removeIf(stored -> time >= stored.end() * 1000);
    return new Shared(time, tokens, left, moved, last, fault, registry);
  }

  Shared failing(Step.Fault next) {
    return new Shared(millis, tokens, store, moved, last, next, registry);
  }

  Shared withoutSessions() {
    return new Shared(millis, tokens, Map.of(), Map.of(), last, fault, registry);
  }

  Shared knowing(String text, Token token) {
    Map<String, Token> known = new HashMap<>(tokens);
    known.put(text, token);
    return new Shared(millis, known, store, moved, last, fault, registry);
  }

  Shared with(Registry now) {
    return new Shared(millis, tokens, store, moved, last, fault, now);
  }

  @Nullable Stored stored(int session) {
    return store.get(session);
  }

  /** Returns the state after a call that reads. */
  Called load(int session) {
    boolean failed = fault != Step.Fault.NONE;
    return new Called(failing(Step.Fault.NONE), failed, store.containsKey(session));
  }

  /** Returns the state after a new session was stored under the next number. */
  Called create(Stored created) {
    return write(created, 0, last + 1);
  }

  /** Returns the state after an update; a session that is gone stays gone. */
  Called update(int session, Content base, Content content, long end) {
    Stored found = store.get(session);
    return found == null
        ? gone()
        : write(new Stored(found.content().merged(base, content), end), session, session);
  }

  /** Returns the state after an update under the next number. */
  Called move(int session, Content base, Content content, long end) {
    Stored found = store.get(session);
    if (found == null) {
      return gone();
    }
    Called called =
        write(new Stored(found.content().merged(base, content), end), session, last + 1);
    return fault == Step.Fault.BEFORE
        ? called
        : new Called(called.shared().movedFrom(session), called.failed(), true);
  }

  private Shared movedFrom(int session) {
    Map<Integer, Long> known = new HashMap<>(moved);
    known.put(session, millis);
    return new Shared(millis, tokens, store, known, last, fault, registry);
  }

  /** Asks whether a session was moved away from a number within the last minute. */
  Called wasMoved(int session) {
    Long at = moved.get(session);
    boolean failed = fault != Step.Fault.NONE;
    return new Called(failing(Step.Fault.NONE), failed, at != null && millis < at + MINUTE);
  }

  Called delete(int session) {
    Called called = write(null, session, session);
    return new Called(called.shared(), called.failed(), store.containsKey(session));
  }

  private Called gone() {
    return new Called(failing(Step.Fault.NONE), fault != Step.Fault.NONE, false);
  }

  private Called write(@Nullable Stored now, int from, int to) {
    Map<Integer, Stored> after = new HashMap<>(store);
    if (fault != Step.Fault.BEFORE) {
      after.remove(from);
      if (now != null && millis < now.end() * 1000) {
        after.put(to, now);
      }
    }
    var shared =
        new Shared(millis, tokens, after, moved, Math.max(last, to), Step.Fault.NONE, registry);
    return new Called(shared, fault != Step.Fault.NONE, true);
  }
}
