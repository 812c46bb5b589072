package dev.signet.security;

/** Knows whether the API of Jakarta Security is available to the application. */
final class SecurityApi {

  /** The package of the mechanisms, and of the annotations that define some. */
  static final String MECHANISMS = "jakarta.security.enterprise.authentication.mechanism.http.";

  /** The interface of mechanisms. */
  static final String MECHANISM = MECHANISMS + "HttpAuthenticationMechanism";

  private SecurityApi() {}

  static boolean isAvailable() {
    try {
      Class.forName(MECHANISM, false, SecurityApi.class.getClassLoader());
      return true;
    } catch (ClassNotFoundException | LinkageError e) {
      return false;
    }
  }
}
