package dev.signet.store.jdbc;

import dev.signet.spi.SessionId;
import java.security.SecureRandom;

/** Makes ids. */
final class Ids {

  private static final SecureRandom RANDOM = new SecureRandom();

  private Ids() {}

  static SessionId fresh() {
    return SessionId.random(RANDOM);
  }
}
