package dev.signet.core;

import dev.signet.SessionException;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The decision about the session's header in a response. It is made once, unless the response fails
 * and another one takes its place.
 */
final class ResponseDecision {

  private enum State {
    /** There is no response yet, and the session may change. */
    OPEN,
    /** There is a response that saves nothing. */
    SKIPPED,
    /** There is a response, and its header is known. */
    DECIDED,
    /** The caller sends the header; nothing can change it. */
    COMMITTED
  }

  private State state = State.OPEN;
  private @Nullable String header;
  private @Nullable SessionException failure;

  /** Returns whether the response may have been sent, so that the session cannot change. */
  boolean isDecided() {
    return state != State.OPEN;
  }

  /** Returns whether the header was handed to a caller that sends it. */
  boolean isCommitted() {
    return state == State.COMMITTED;
  }

  /**
   * Checks that the session can still be loaded.
   *
   * @throws IllegalStateException if there is a response, which cannot get a {@code Vary} header
   */
  void requireLoadable() {
    if (isDecided()) {
      throw new IllegalStateException(
          "The session was not used before the response was decided, so the response cannot have"
              + " the header Vary: Cookie. Use the session before you return the response, for"
              + " instance by reading what the stream will need.");
    }
  }

  /**
   * Checks that the session can still change.
   *
   * @throws IllegalStateException if there is a response
   */
  void requireModifiable() {
    if (isCommitted()) {
      throw new IllegalStateException(
          "The session can no longer be changed: its cookie was returned by SessionManager.save, or"
              + " sent with the response to a WebSocket handshake. Change it before that, in a"
              + " WebSocket by overriding SessionConfigurator.onHandshake; with session.store other"
              + " than cookie, a socket can change and save an existing session at any time.");
    }
    if (isDecided()) {
      throw new IllegalStateException(
          "The session can no longer be changed: the response has been decided, and its headers may"
              + " have been sent. Change the session before you return or resume the response, not"
              + " in a StreamingOutput.");
    }
  }

  /** Returns the header that was decided; empty if none was, or none has to be sent. */
  Optional<String> header() {
    return state == State.DECIDED || state == State.COMMITTED
        ? Optional.ofNullable(header)
        : Optional.empty();
  }

  /** Records a response that saves nothing. */
  void skip() {
    if (state == State.OPEN) {
      state = State.SKIPPED;
    }
  }

  /**
   * Decides, at most once.
   *
   * @param commit saves the session and returns the header, or null; if it throws, the decision is
   *     that nothing is sent
   */
  Optional<String> decide(Supplier<@Nullable String> commit) {
    return switch (state) {
      case OPEN, SKIPPED -> decide(State.DECIDED, commit);
      case DECIDED, COMMITTED -> Optional.ofNullable(header); // empty if that failed
    };
  }

  /**
   * Decides for good. The caller has to send the header.
   *
   * @throws SessionException if the session could not be saved, now or by the decision before
   */
  Optional<String> commit(Supplier<@Nullable String> commit) {
    if (state == State.OPEN || state == State.SKIPPED) {
      return decide(State.COMMITTED, commit);
    }
    state = State.COMMITTED;
    return committed();
  }

  private Optional<String> committed() {
    if (failure != null) {
      throw failure;
    }
    return Optional.ofNullable(header);
  }

  private Optional<String> decide(State next, Supplier<@Nullable String> commit) {
    state = next;
    header = null;
    failure = null;
    try {
      header = commit.get();
      return Optional.ofNullable(header);
    } catch (SessionException e) {
      failure = e;
      throw e;
    }
  }

  /** Takes the decision back, unless it is committed. */
  void reopen() {
    if (state != State.COMMITTED) {
      state = State.OPEN;
    }
  }
}
