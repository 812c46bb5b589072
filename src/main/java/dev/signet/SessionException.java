package dev.signet;

/**
 * The common root of what can go wrong with a session through the application's own doing. Bad
 * cookies are not among it: they give a fresh session.
 *
 * <p>Messages may contain names of attributes, never values. Where the application maps it to no
 * response itself, the client gets a status of 500 without any detail.
 */
public abstract class SessionException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /**
   * Names of attributes may come from outside; they shall not begin a line of their own in a log.
   */
  SessionException(String message) {
    super(message.replaceAll("\\p{Cntrl}", "?"));
  }
}
