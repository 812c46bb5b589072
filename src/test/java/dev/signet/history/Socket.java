package dev.signet.history;

import java.util.List;

/**
 * An open WebSocket as the model knows it. Immutable.
 *
 * @param cookies the values of the session cookies that the browser had after the handshake
 * @param answeredAt when the handshake was answered, in seconds
 */
record Socket(List<String> cookies, long answeredAt, State state) {

  /** What its session is. */
  enum State {
    /** The session could not be saved, and each call fails as that did. */
    FAILED,
    /** Nothing asked for the session since the handshake. */
    ANSWERED,
    /** The session is in a store. */
    LIVE,
    /** The session is as it was when the handshake was answered, or absent. */
    FIXED
  }

  Socket in(State next) {
    return new Socket(cookies, answeredAt, next);
  }
}
