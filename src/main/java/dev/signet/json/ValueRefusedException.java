package dev.signet.json;

/** A value that could not be read back from its JSON text. The message is the reason. */
final class ValueRefusedException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /**
   * @param reason the reason, without the value
   */
  ValueRefusedException(String reason) {
    super(reason);
  }
}
