package dev.signet.history.app;

/** A store that can be told to fail; only applications in this process have one. */
public interface StoreControl {

  /** Fails the next call, in the way that a name says. */
  void fail(String fault);

  /** Removes the sessions that have expired. */
  void sweep();

  /** Loses all sessions. */
  void lose();
}
