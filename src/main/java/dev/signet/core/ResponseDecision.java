package dev.signet.core;

import dev.signet.SessionException;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What the response says of the session: asked for once, unless the response failed and another one
 * is made.
 */
final class ResponseDecision {

  private boolean made;
  private boolean asked;
  private boolean handedOver;
  private @Nullable String header;
  private @Nullable SessionException failure;

  /** Tells whether the response may be on its way, so that nothing can be changed any more. */
  boolean isMade() {
    return made;
  }

  /** Tells whether somebody else sends what was decided. */
  boolean isHandedOver() {
    return handedOver;
  }

  /** Takes note that there is a response, which does not ask. */
  void makeWithoutAsking() {
    made = true;
  }

  /** Leaves it to the caller to send what is decided, once and for all. */
  void handOver() {
    handedOver = true;
  }

  /**
   * Decides.
   *
   * @param question gives the header, or null where none has to be sent; asked once, and where it
   *     fails nothing is sent, but who was left to send it learns so each time
   */
  Optional<String> make(Supplier<@Nullable String> question) {
    made = true;
    if (!asked) {
      asked = true;
      header = null;
      header = ask(question);
    } else if (failure != null && handedOver) {
      throw failure;
    }
    return Optional.ofNullable(header);
  }

  private @Nullable String ask(Supplier<@Nullable String> question) {
    try {
      return question.get();
    } catch (SessionException e) {
      failure = e;
      throw e;
    }
  }

  /** Takes the decision back, unless it was handed over. */
  void reopen() {
    made = handedOver;
    asked = handedOver;
  }
}
