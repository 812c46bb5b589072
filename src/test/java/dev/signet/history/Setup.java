package dev.signet.history;

import dev.signet.history.Content.Login;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How a server is configured.
 *
 * @param store whether sessions are in a store
 * @param encrypted whether it makes encrypted tokens
 * @param keys the numbers of its keys; the first one seals
 * @param sliding whether requests extend sessions
 * @param maxAge the lifetime of tokens in seconds
 * @param absolute the limit of the lifetime of sessions in seconds; 0 for none
 * @param path the path of the cookie
 * @param logins the rules of log-ins
 */
record Setup(
    boolean store,
    boolean encrypted,
    List<Integer> keys,
    boolean sliding,
    int maxAge,
    int absolute,
    String path,
    Logins logins) {

  /**
   * The rules of log-ins.
   *
   * @param servers the servers that share the registry; 0 if there is none
   * @param single whether another log-in of a user ends the one before
   * @param timeout the limit of the lifetime of a log-in in seconds; 0 for none
   * @param idle how long a log-in lasts without a request in seconds; 0 for no limit
   */
  record Logins(int servers, boolean single, int timeout, int idle) {

    static final Logins NONE = new Logins(0, false, 0, 0);
  }

  Setup(
      boolean store,
      boolean encrypted,
      List<Integer> keys,
      boolean sliding,
      int maxAge,
      int absolute,
      String path) {
    this(store, encrypted, keys, sliding, maxAge, absolute, path, Logins.NONE);
  }

  static Setup of(boolean store) {
    return new Setup(store, false, List.of(0), false, 100, 0, "/");
  }

  /** An option that a deployment changes. */
  enum Option {
    /** The key ring, one of {@link #RINGS}. */
    KEYS,
    ENCRYPTED,
    SLIDING,
    MAX_AGE,
    ABSOLUTE,
    PATH,
    LOGIN_TIMEOUT,
    IDLE_TIMEOUT,
    /** The servers and their registry of log-ins, which a deployment does not change. */
    REGISTRY
  }

  /** The options that a deployment changes while sessions exist. */
  static final List<Option> DEPLOYED =
      List.of(
          Option.KEYS,
          Option.ENCRYPTED,
          Option.SLIDING,
          Option.MAX_AGE,
          Option.ABSOLUTE,
          Option.PATH,
          Option.LOGIN_TIMEOUT,
          Option.IDLE_TIMEOUT);

  /** A rotation step by step, and in the wrong order. */
  private static final List<List<Integer>> RINGS =
      List.of(List.of(0), List.of(0, 1), List.of(1, 0), List.of(1), List.of(2, 1, 0));

  /** Returns the setup with another value of an option. */
  Setup with(Option option, int n) {
    boolean on = n % 2 == 1;
    return switch (option) {
      case KEYS ->
          new Setup(store, encrypted, any(RINGS, n), sliding, maxAge, absolute, path, logins);
      case ENCRYPTED -> new Setup(store, on, keys, sliding, maxAge, absolute, path, logins);
      case SLIDING -> new Setup(store, encrypted, keys, on, maxAge, absolute, path, logins);
      case MAX_AGE ->
          new Setup(store, encrypted, keys, sliding, on ? 1000 : 100, absolute, path, logins);
      case ABSOLUTE ->
          new Setup(store, encrypted, keys, sliding, maxAge, n % 3 * 150, path, logins);
      case PATH ->
          new Setup(store, encrypted, keys, sliding, maxAge, absolute, on ? "/app" : "/", logins);
      case LOGIN_TIMEOUT ->
          with(new Logins(logins.servers, logins.single, on ? 150 : 0, logins.idle));
      case IDLE_TIMEOUT ->
          with(new Logins(logins.servers, logins.single, logins.timeout, on ? 60 : 0));
      case REGISTRY -> with(new Logins(n % 3, n > 3, logins.timeout, logins.idle));
    };
  }

  private static <T> T any(List<T> choices, int n) {
    return choices.get(n % choices.size());
  }

  private Setup with(Logins rules) {
    return new Setup(store, encrypted, keys, sliding, maxAge, absolute, path, rules);
  }

  /** Returns whether there is a registry, so that log-ins are listed and ended. */
  boolean hasRegistry() {
    return logins.servers > 0;
  }

  /** Returns when a token made now ends. */
  long end(long now, long createdAt, @Nullable Login login) {
    long limit = absolute == 0 ? Long.MAX_VALUE : createdAt + absolute;
    if (login != null && login.remembered() > 0) {
      return Math.min(limit, login.since() + login.remembered());
    }
    if (login != null && logins.timeout > 0) {
      limit = Math.min(limit, login.since() + logins.timeout);
    }
    return Math.min(limit, now + lifetime(login));
  }

  /** Returns how long a token lasts without a request. */
  int lifetime(@Nullable Login login) {
    return login == null || logins.idle == 0 ? maxAge : Math.min(maxAge, logins.idle);
  }

  /** Returns whether requests extend a session. */
  boolean slides(@Nullable Login login) {
    return sliding || (login != null && logins.idle > 0);
  }
}
