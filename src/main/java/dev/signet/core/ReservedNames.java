package dev.signet.core;

import dev.signet.SessionAttributeException;

/** The names of attributes that belong to Signet. */
public final class ReservedNames {

  /** The prefix of reserved names. */
  public static final String PREFIX = "dev.signet.";

  private ReservedNames() {}

  /** Returns whether a name belongs to Signet. */
  public static boolean isReserved(String name) {
    return name.startsWith(PREFIX);
  }

  /**
   * Checks that an application may use a name.
   *
   * @throws SessionAttributeException if the name is reserved
   */
  static void check(String name) {
    if (isReserved(name)) {
      throw new SessionAttributeException(
          name,
          String.class.getTypeName(),
          "The name of attribute '%s' begins with %s; such names belong to Signet, which keeps the log-in and flash values there. Choose another name; change the log-in with logIn and delete, and flash values with flash."
              .formatted(name, PREFIX));
    }
  }
}
