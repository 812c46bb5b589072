package dev.signet.seal;

import dev.signet.SessionEvent.Reason;

/** What opening a token gives: bad input is a value, not an exception. */
public sealed interface Opened {

  /** The token is one of ours. Shows no content. */
  final class Valid implements Opened {

    private final byte[] payload;
    private final boolean retired;

    Valid(byte[] payload, boolean retired) {
      this.payload = payload;
      this.retired = retired;
    }

    /** Returns the bytes that were sealed; the caller's own. */
    public byte[] payload() {
      return payload;
    }

    /** Tells whether a previous key sealed them, so that they should be sealed anew. */
    public boolean retired() {
      return retired;
    }
  }

  /**
   * The token is not one of ours.
   *
   * @param reason why
   */
  record Rejected(Reason reason) implements Opened {}
}
