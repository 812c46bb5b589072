package dev.signet;

/**
 * What happened to a session, as a CDI event: observe it with {@code @Observes}.
 *
 * <p>Events are synchronous and carry no token, name or value. Kinds may be added in later
 * versions.
 */
public sealed interface SessionEvent {

  /**
   * A session cookie came with a request and was not accepted; the request has a fresh session.
   *
   * @param reason why
   */
  record Rejected(Reason reason) implements SessionEvent {}

  /** Why a cookie was not accepted. */
  enum Reason {
    /** It is longer than a browser would keep; nothing of it was looked at. */
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
    /** Its time is over. */
    EXPIRED,
    /** The session it names is not in the store on the server: it has ended there. */
    ENDED
  }
}
