package dev.signet.history;

/**
 * One step of a history. Requests have numbers, so that several can be open at once; a step of a
 * request that is not open does nothing, so that steps can be left out.
 */
sealed interface Step {

  /** Where the cookie of a request comes from. */
  enum Source {
    /** The browser. */
    OWN,
    /** Nowhere. */
    NONE,
    /** The nth token that was ever sent. */
    STALE,
    /** The browser's, with one character changed. */
    TAMPERED,
    /** The browser's, cut. */
    CUT,
    GARBAGE,
    /** The browser's before the nth token that was ever sent. */
    BEFORE_STALE,
    /** The browser's behind the nth token that was ever sent. */
    BEHIND_STALE,
    /** The browser's behind as many that are invalid. */
    BEHIND_INVALID
  }

  /** How a request ends. */
  enum Ending {
    ENTITY,
    REDIRECT,
    NO_CONTENT,
    NOT_FOUND,
    SERVER_ERROR,
    UNMAPPED,
    MAPPED,
    /** The entity cannot be written, and a 500 takes its place. */
    UNWRITABLE,
    /** The entity cannot be written, and a mapped response takes its place. */
    UNWRITABLE_MAPPED,
    /** The session is saved by the manager. */
    MANAGER,
    /** A stream tries to change the session after the headers have been sent. */
    STREAM,
    ASYNC,
    SSE,
    /** The client has gone when the response comes. */
    LOST
  }

  /** How a store fails. */
  enum Fault {
    NONE,
    /** It throws and does nothing. */
    BEFORE,
    /** It does its work, and throws. */
    AFTER
  }

  /** A call on the session of a request. */
  sealed interface Call extends Step {
    int request();
  }

  /** A call on the log-ins of users. */
  sealed interface LoginCall extends Call {}

  /** What the application does with the session of a handshake. */
  enum Touch {
    NOTHING,
    READ,
    PUT,
    DELETE
  }

  record Begin(int request, int browser, Source source, int n) implements Step {}

  record Put(int request, String key, Kind kind, int n) implements Call {}

  record PutNull(int request, String key) implements Call {}

  /** Reads untyped. */
  record Get(int request, String key) implements Call {}

  /** Reads as a type, its own or another. */
  record Read(int request, String key, Kind kind) implements Call {}

  record GetOrDefault(int request, String key, Kind kind) implements Call {}

  /** Changes the object that was last put or returned in place. */
  record ChangeHeld(int request, String key, int n) implements Call {}

  record Remove(int request, String key) implements Call {}

  record RemoveByIterator(int request, String key) implements Call {}

  record SetByEntry(int request, String key, Kind kind, int n) implements Call {}

  record Flash(int request, String key, Kind kind, int n) implements Call {}

  /** Reads a flash value as a type, its own or another. */
  record ReadFlash(int request, String key, Kind kind) implements Call {}

  /** Changes the session bean. */
  record ChangeBean(int request, int n) implements Call {}

  record ReadBean(int request) implements Call {}

  /**
   * Logs a user in.
   *
   * @param id identifies the log-in
   * @param remembered for how many seconds it is remembered; 0 if the usual timeouts apply
   */
  record LogIn(int request, String user, int id, int remembered) implements Call {}

  record Confirm(int request) implements Call {}

  record ListLogins(int request, String user) implements LoginCall {}

  /** Ends the nth log-in of the caller. */
  record EndLogin(int request, int n) implements LoginCall {}

  record EndOthers(int request) implements LoginCall {}

  record EndAll(int request, String user) implements LoginCall {}

  record EndEveryone(int request) implements LoginCall {}

  record Clear(int request) implements Call {}

  record Delete(int request) implements Call {}

  record Renew(int request) implements Call {}

  record Save(int request) implements Call {}

  /** Discards what the request did, because the CSRF check refuses it. */
  record Discard(int request) implements Call {}

  /** Reads everything. */
  record Look(int request) implements Call {}

  record Answer(int request, Ending ending) implements Step {}

  /** Opens a socket; calls of its number are on the session that its endpoint has. */
  record Open(int request, int browser, Touch touch) implements Step {}

  /** A message comes for a socket, whose endpoint gets the session again. */
  record Message(int request) implements Step {}

  record CopyCookies(int from, int to) implements Step {}

  record Pass(int millis) implements Step {}

  record Deploy(Setup.Option option, int n) implements Step {}

  record FailStore(Fault fault) implements Step {}

  /** Answers another request while the store works on its next call. */
  record SlowStore(int request, Ending ending) implements Step {}

  /** Restarts the server with the store in its memory. */
  record LoseStore() implements Step {}

  /** Interrupts the thread that serves the next step. */
  record Interrupt() implements Step {}
}
