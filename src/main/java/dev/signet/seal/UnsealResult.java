package dev.signet.seal;

import dev.signet.SessionEvent.RejectionReason;

/** The result of unsealing a token. Bad input is a value, not an exception. */
public sealed interface UnsealResult {

  /** The token is valid. {@code toString} shows no content. */
  final class Valid implements UnsealResult {

    private final byte[] payload;
    private final boolean needsReseal;

    Valid(byte[] payload, boolean needsReseal) {
      this.payload = payload;
      this.needsReseal = needsReseal;
    }

    /** Returns the payload, which the caller may change. */
    public byte[] payload() {
      return payload;
    }

    /** Returns whether the token was made with a previous key or in the other format. */
    public boolean needsReseal() {
      return needsReseal;
    }
  }

  /**
   * The token is invalid.
   *
   * @param reason why it is invalid
   */
  record Rejected(RejectionReason reason) implements UnsealResult {}
}
