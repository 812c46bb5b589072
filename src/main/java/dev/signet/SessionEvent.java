package dev.signet;

/**
 * An event in the life of a session, fired as a CDI event. Observe one kind, or all, with
 * {@code @Observes}.
 *
 * <p>Events are fired synchronously, on the thread of the request or of its response. With sessions
 * in the cookie, a response that fails afterwards is replaced by another, which may decide
 * differently. No request scope may be active on that thread, so observe in an application-scoped
 * bean. An exception of an observer is logged, and the request continues. No event carries a token,
 * an id, a name or a value. A kind without an observer is not fired. Kinds may be added in later
 * versions.
 */
public sealed interface SessionEvent {

  /** A session that came with the request was accepted and used. */
  record Loaded() implements SessionEvent {}

  /** A session was written for the first time, and the browser gets a cookie. */
  record Created() implements SessionEvent {}

  /**
   * A session that came with the request has a new token, because {@link Session#renew} was called.
   * With a store on the server, its old cookie is no longer valid.
   */
  record Renewed() implements SessionEvent {}

  /**
   * A session that came with the request has ended, and the browser deletes its cookie.
   *
   * @param cause why it ended
   */
  record Destroyed(DestroyCause cause) implements SessionEvent {}

  /** The cause of the end of a session. */
  enum DestroyCause {
    /** {@link Session#delete} was called. */
    DELETED,
    /** Its last attribute was removed. */
    EMPTIED,
    /** {@code session.absolute-timeout} passed during the request. */
    TIMED_OUT
  }

  /** A user logged in, and the browser gets the cookie. */
  record LoggedIn() implements SessionEvent {}

  /**
   * A log-in ended.
   *
   * @param cause why it ended
   */
  record LoggedOut(LogOutCause cause) implements SessionEvent {}

  /** The cause of the end of a log-in. */
  enum LogOutCause {
    /** The user ended it in the same session, such as by {@link Session#delete}. */
    SELF,
    /** The user ended it from another session, by {@link Logins}. */
    OTHER_DEVICE,
    /**
     * {@link Logins#endAll} or {@link Logins#endEveryone} was called, and not by the same user. All
     * log-ins that {@code endEveryone} ends are one event.
     */
    ADMINISTRATOR,
    /**
     * Its time was over. Fired for each request that comes with its cookie; with a store on the
     * server only if the time was over during the request, or because an option was shortened.
     */
    TIMED_OUT,
    /**
     * Another log-in replaced it, in the same session or because of {@code
     * session.logins.per-user}.
     */
    REPLACED
  }

  /** The caller proved their identity again, see {@link Session#confirm}. */
  record LoginConfirmed() implements SessionEvent {}

  /**
   * The session cookie of a request was rejected, and the request has a new session.
   *
   * @param reason why it was rejected
   */
  record CookieRejected(RejectionReason reason) implements SessionEvent {}

  /**
   * A request was rejected by the CSRF protection: another site may have made the browser send it.
   *
   * @param failure why it was rejected
   */
  record CsrfRejected(CsrfFailure failure) implements SessionEvent {}

  /** The reasons why the CSRF protection rejects a request. */
  enum CsrfFailure {
    /** The headers of the browser name another origin. */
    FOREIGN_ORIGIN,
    /** The request contains no CSRF token. */
    MISSING_TOKEN,
    /** The CSRF token belongs to another session, or to this one before {@link Session#renew}. */
    WRONG_TOKEN
  }

  /** The reasons why a cookie is rejected. */
  enum RejectionReason {
    /** It is longer than browsers accept. Its content was not examined. */
    TOO_LONG,
    /** The value is not a token, or its content is not that of a session token. */
    MALFORMED,
    /** The token has another algorithm, or additional members in its header. */
    UNSUPPORTED,
    /**
     * No configured key has the key ID of the token, which depends on the cookie name and the
     * audience too.
     */
    UNKNOWN_KEY,
    /** The token names a configured key, but its signature or authentication tag is wrong. */
    BAD_SIGNATURE,
    /** The token is not valid yet. */
    NOT_YET_VALID,
    /** It has expired. */
    EXPIRED,
    /** The store does not contain the session: it has ended there, or has another id. */
    NOT_FOUND,
    /**
     * The session got another id a moment ago, by {@link Session#renew} in another request. The
     * changes of this request are not saved, and the browser keeps the cookie of the other one.
     */
    RENEWED,
    /** Its log-in has ended, see {@link Logins}. */
    LOGGED_OUT
  }

  /**
   * A session is too large for a cookie or for {@code session.max-size}, see {@link
   * SessionTooLargeException}; the previous session stays valid. Also fired if a session whose
   * lifetime is extended no longer fits, which throws no exception.
   */
  record TooLarge() implements SessionEvent {}

  /**
   * An attribute could not be read as the type that was asked for, and was treated as missing,
   * because {@code session.unreadable} is {@code absent}. The attribute stays until it is replaced
   * or removed.
   */
  record AttributeUnreadable() implements SessionEvent {}

  /** The store on the server failed, see {@link SessionStoreException}. */
  record StoreFailed() implements SessionEvent {}
}
