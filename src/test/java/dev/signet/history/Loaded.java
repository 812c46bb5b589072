package dev.signet.history;

/**
 * The session that a request changes. Times are in seconds.
 *
 * @param exists whether there is one
 * @param cookie whether the browser has a cookie that has to be expired if the session ends
 * @param reseal whether its token has to be sealed again
 * @param at when it was loaded, or written by this request
 */
record Loaded(
    boolean exists,
    boolean cookie,
    long issuedAt,
    long end,
    long createdAt,
    int session,
    boolean reseal,
    long at,
    Content content) {

  static Loaded none(boolean cookie, long now) {
    return new Loaded(false, cookie, now, 0, now, 0, false, now, Content.EMPTY);
  }

  static Loaded ended(long createdAt, Content content) {
    return new Loaded(false, true, createdAt, 0, createdAt, 0, false, createdAt, content);
  }

  static Loaded of(Token token, Setup setup, long now) {
    return new Loaded(
        true,
        true,
        token.issuedAt(),
        token.end(setup),
        token.createdAt(),
        token.session(),
        token.needsReseal(setup),
        now,
        token.content());
  }

  static Loaded written(Token token, Content content) {
    return new Loaded(
        true,
        true,
        token.issuedAt(),
        token.end(),
        token.createdAt(),
        token.session(),
        false,
        token.issuedAt(),
        content);
  }

  /** Returns whether a server extends the session although nothing changed. */
  boolean isDue(Setup setup) {
    Content.Login login = content.login();
    boolean slides =
        setup.slides(login)
            && at - issuedAt >= setup.lifetime(login) / 10
            && setup.end(at, createdAt, login) > end;
    return exists && (reseal || slides);
  }
}
