package dev.signet.core;

import dev.signet.seal.Base64Url;
import java.security.SecureRandom;

/** Knows the log-ins of an application. Thread-safe. */
public interface LoginRegistry {

  /** Returns a registry that remembers nothing: a log-in holds as long as its token. */
  static LoginRegistry untracked(SecureRandom random) {
    return () -> {
      byte[] id = new byte[12];
      random.nextBytes(id);
      return Base64Url.encodeToString(id);
    };
  }

  /** Returns a fresh id for a log-in, which no other log-in has. */
  String newId();
}
