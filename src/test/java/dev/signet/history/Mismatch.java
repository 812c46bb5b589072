package dev.signet.history;

/** A difference between the library and the model. */
final class Mismatch extends AssertionError {

  private static final long serialVersionUID = 1L;

  private final String rule;

  /**
   * @param rule the rows of the contract that do not hold
   */
  Mismatch(String rule, String message) {
    super(rule + ": " + message);
    this.rule = rule;
  }

  String rule() {
    return rule;
  }
}
