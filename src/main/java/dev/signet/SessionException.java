package dev.signet;

/**
 * The base class of exceptions that sessions throw. An invalid cookie is not an error: it results
 * in a new session.
 *
 * <p>Messages may contain attribute names, never values. If the application does not map the
 * exception to a response, the client receives status 500 without details.
 */
public abstract class SessionException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /** Replaces control characters: an attribute name from outside must not start a new log line. */
  SessionException(String message) {
    super(message.replaceAll("\\p{Cntrl}", "?"));
  }
}
