package dev.signet;

/**
 * An event in the life of a session, fired as a CDI event. Observe one kind of it, or all, with
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

  /** A session was written for the first time, so that the browser gets a cookie. */
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
    /** {@link Session#delete}. */
    DELETED,
    /** Its last attribute was removed. */
    EMPTIED,
    /** {@code session.absolute-timeout} passed while the request was under way. */
    TIMED_OUT
  }

  /**
   * A session cookie came with a request and was not accepted; the request has a fresh session.
   *
   * @param reason why
   */
  record CookieRejected(RejectionReason reason) implements SessionEvent {}

  /**
   * A request was refused: another site may have made the browser send it.
   *
   * @param failure why
   */
  record CsrfRejected(CsrfFailure failure) implements SessionEvent {}

  /** Why a request was refused. */
  enum CsrfFailure {
    /** The browser says that it comes from another origin. */
    FOREIGN_ORIGIN,
    /** It has no token of its session. */
    MISSING_TOKEN,
    /** Its token is not one of its session, or of the session before {@link Session#renew}. */
    WRONG_TOKEN
  }

  /** Why a cookie was not accepted. */
  enum RejectionReason {
    /** It is longer than browsers accept. Its content was not examined. */
    TOO_LONG,
    /** It is not a token, or its content is not what a session's token contains. */
    MALFORMED,
    /** It is a token of another kind: another algorithm, or a header with more in it. */
    UNSUPPORTED,
    /** No key of the ring has made it for a cookie of this name. */
    UNKNOWN_KEY,
    /** It names one of our keys, but was not signed with it, or was changed afterwards. */
    BAD_SIGNATURE,
    /** Its time has not come yet. */
    NOT_YET_VALID,
    /** It has expired. */
    EXPIRED,
    /** The session it names is not in the store on the server: it has ended there. */
    NOT_FOUND
  }

  /**
   * A session did not fit into a cookie, see {@link SessionTooLargeException}; what was there
   * before stays valid. Also where a session that is merely prolonged does not fit, which throws
   * nothing.
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
