package dev.signet;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * The log-ins of users, on all devices; injectable. Requires {@code session.logins}, otherwise each
 * method throws {@link IllegalStateException}. A log-in that is ended holds nowhere, not even with
 * a copy of its cookie: on this server at once, on others within {@code session.logins.delay}.
 * Thread-safe.
 *
 * <p>Each method throws {@link SessionStoreException} if the registry of log-ins is down.
 */
public interface Logins {

  /** Returns the log-ins of a user that have neither ended nor expired, the newest first. */
  List<ActiveLogin> of(String name);

  /**
   * Ends a log-in of the current caller; it may be the current one. An id of another user's log-in
   * ends nothing, so the id may come from a form.
   *
   * @return whether the caller had a log-in with the id
   */
  boolean end(String id);

  /** Ends all log-ins of the current caller but the current one. */
  void endOthers();

  /** Ends all log-ins of a user, for instance because the password was changed. */
  void endAll(String name);

  /** Ends the log-ins of all users. */
  void endEveryone();

  /**
   * A log-in that has not ended. {@code toString} shows no content.
   *
   * @param id the id of the log-in; not a secret, and of no use without a token
   * @param since when the user logged in
   * @param lastSeen when a request used it last, to within a few minutes
   * @param device the text that was passed to {@link LogIn#device}
   * @param isCurrent whether it is the log-in of the current request
   */
  record ActiveLogin(
      String id, Instant since, Instant lastSeen, Optional<String> device, boolean isCurrent) {

    @Override
    public String toString() {
      return "ActiveLogin[]";
    }
  }
}
