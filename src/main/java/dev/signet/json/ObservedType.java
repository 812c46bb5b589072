package dev.signet.json;

import org.jspecify.annotations.Nullable;

/** A class whose values were serialized, and whether they are known to survive the round trip. */
final class ObservedType {

  private final Class<?> type;
  private final boolean open;
  private final @Nullable String refusal;
  private volatile boolean verified;

  /**
   * @param type the class
   * @param open whether it may hold values of any class, so that each value has to be checked
   * @param refusal the reason why no value of the class is accepted, or null
   */
  ObservedType(Class<?> type, boolean open, @Nullable String refusal) {
    this.type = type;
    this.open = open;
    this.refusal = refusal;
  }

  Class<?> type() {
    return type;
  }

  boolean isOpen() {
    return open;
  }

  @Nullable String refusal() {
    return refusal;
  }

  boolean isVerified() {
    return verified;
  }

  void markVerified() {
    verified = !open && refusal == null;
  }
}
