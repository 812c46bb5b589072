package dev.signet.seal;

import dev.signet.SessionEvent.RejectionReason;

/** What opening a token gives: bad input is a value, not an exception. */
public sealed interface Opened {

  /** The token is one of ours. Shows no content. */
  final class Valid implements Opened {

    private final byte[] payload;
    private final boolean outdated;

    Valid(byte[] payload, boolean outdated) {
      this.payload = payload;
      this.outdated = outdated;
    }

    /** Returns the bytes that were sealed; the caller's own. */
    public byte[] payload() {
      return payload;
    }

    /**
     * Tells whether a previous key sealed them, or in the other way, so that they should be anew.
     */
    public boolean outdated() {
      return outdated;
    }
  }

  /**
   * The token is not one of ours.
   *
   * @param reason why
   */
  record Rejected(RejectionReason reason) implements Opened {}
}
