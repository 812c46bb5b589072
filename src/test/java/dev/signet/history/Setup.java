package dev.signet.history;

import java.util.List;

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
 */
record Setup(
    boolean store,
    boolean encrypted,
    List<Integer> keys,
    boolean sliding,
    int maxAge,
    int absolute,
    String path) {

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
    PATH
  }

  /** A rotation step by step, and in the wrong order. */
  private static final List<List<Integer>> RINGS =
      List.of(List.of(0), List.of(0, 1), List.of(1, 0), List.of(1), List.of(2, 1, 0));

  /** Returns the setup with another value of an option. */
  Setup with(Option option, int n) {
    boolean on = n % 2 == 1;
    return switch (option) {
      case KEYS ->
          new Setup(store, encrypted, RINGS.get(n % RINGS.size()), sliding, maxAge, absolute, path);
      case ENCRYPTED -> new Setup(store, on, keys, sliding, maxAge, absolute, path);
      case SLIDING -> new Setup(store, encrypted, keys, on, maxAge, absolute, path);
      case MAX_AGE -> new Setup(store, encrypted, keys, sliding, on ? 1000 : 100, absolute, path);
      case ABSOLUTE -> new Setup(store, encrypted, keys, sliding, maxAge, n % 3 * 150, path);
      case PATH -> new Setup(store, encrypted, keys, sliding, maxAge, absolute, on ? "/app" : "/");
    };
  }

  /** Returns when a token made now ends. */
  long end(long now, long createdAt) {
    long end = now + maxAge;
    return absolute == 0 ? end : Math.min(end, createdAt + absolute);
  }
}
