package dev.signet.seal;

import dev.signet.SessionEvent.RejectionReason;

/** The result of unsealing a token. Bad input is a value, not an exception. */
public sealed interface UnsealResult {

  /** The token is one of ours. Shows no content. */
  final class Valid implements UnsealResult {

    private final byte[] payload;
    private final boolean needsReseal;

    Valid(byte[] payload, boolean needsReseal) {
      this.payload = payload;
      this.needsReseal = needsReseal;
    }

    /** Returns the bytes that were sealed; the caller's own. */
    public byte[] payload() {
      return payload;
    }

    /** Returns whether the token was made with a previous key or in the other format. */
    public boolean needsReseal() {
      return needsReseal;
    }
  }

  /**
   * The token is not one of ours.
   *
   * @param reason why
   */
  record Rejected(RejectionReason reason) implements UnsealResult {}
}
