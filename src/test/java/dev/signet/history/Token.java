package dev.signet.history;

/**
 * The meaning of a token. Times are in seconds.
 *
 * @param key the number of the key that sealed it
 * @param session the number of the session in the store; 0 if the token holds the content
 * @param content the content; empty if it is in the store
 */
record Token(
    int key,
    boolean encrypted,
    long issuedAt,
    long end,
    long createdAt,
    int session,
    Content content) {

  private static final int TOLERANCE = 60;

  /** Returns whether a server accepts it, before it asks the store. */
  boolean isAccepted(Setup setup, long now) {
    return setup.keys().contains(key)
        && setup.store() == (session != 0)
        && issuedAt <= now + TOLERANCE
        && createdAt <= now + TOLERANCE
        && now < (session == 0 ? end(setup) : end); // a store knows the log-in, and its timeouts
  }

  /** Returns when it ends; stricter rules of a server apply to older tokens too. */
  long end(Setup setup) {
    return Math.min(end, setup.end(issuedAt, createdAt, content.login()));
  }

  /** Returns the token with its session in the store, which it ends with. */
  Token with(Shared.Stored stored) {
    long first = Math.min(end, stored.end());
    return new Token(key, encrypted, issuedAt, first, createdAt, session, stored.content());
  }

  /** Returns the token of a request that was answered: its session ends when its store says. */
  Token at(long now) {
    return new Token(key, encrypted, now, Long.MAX_VALUE, createdAt, session, content);
  }

  boolean needsReseal(Setup setup) {
    return key != setup.keys().get(0) || encrypted != setup.encrypted();
  }
}
