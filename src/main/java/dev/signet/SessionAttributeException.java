package dev.signet;

/** An attribute cannot become JSON, or cannot be read as the type that was asked for. */
public final class SessionAttributeException extends SessionException {

  private static final long serialVersionUID = 1L;

  private final String key;
  private final String type;

  /**
   * Made by the library; the message is complete.
   *
   * @param key the attribute's name
   * @param type the Java type that was to be written or read
   * @param message what is wrong, the rule, and the remedy, without the value
   */
  public SessionAttributeException(String key, String type, String message) {
    super(message);
    this.key = key;
    this.type = type;
  }

  /** Returns the attribute's name. */
  public String key() {
    return key;
  }

  /** Returns the name of the Java type that was to be written or read. */
  public String type() {
    return type;
  }
}
