package dev.signet;

/** Thrown if an attribute cannot be written as JSON, or cannot be read as the requested type. */
public final class SessionAttributeException extends SessionException {

  private static final long serialVersionUID = 1L;

  private final String key;
  private final String type;

  /**
   * Creates an exception; called by the library only.
   *
   * @param key the attribute's name
   * @param type the Java type to be written or read
   * @param message the fault, the rule and the remedy, without the value
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

  /** Returns the name of the Java type that could not be written or read. */
  public String type() {
    return type;
  }
}
