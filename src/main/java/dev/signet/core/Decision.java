package dev.signet.core;

import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What the response says of the session: asked for once, unless the response failed and another one
 * is made.
 */
final class Decision {

  private boolean made;
  private boolean asked;
  private boolean handedOver;
  private @Nullable String header;

  /** Tells whether the response may be on its way, so that nothing can be changed any more. */
  boolean isMade() {
    return made;
  }

  /** Tells whether somebody else sends what was decided. */
  boolean isHandedOver() {
    return handedOver;
  }

  /** Leaves it to the caller to send what is decided, once and for all. */
  void handOver() {
    handedOver = true;
  }

  /**
   * Decides.
   *
   * @param saves whether the session is saved with this response
   * @param question gives the header, or null where none has to be sent; asked once, and where it
   *     fails nothing is sent
   */
  Optional<String> make(boolean saves, Supplier<@Nullable String> question) {
    made = true;
    if (!saves) {
      return Optional.empty();
    }
    if (!asked) {
      asked = true;
      header = question.get();
    }
    return Optional.ofNullable(header);
  }

  /** Takes the decision back, unless it was handed over. */
  void reopen() {
    made = handedOver;
    asked = handedOver;
  }
}
