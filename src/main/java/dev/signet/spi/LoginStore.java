package dev.signet.spi;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The registry of log-ins that all servers of an application share. An application's CDI bean of
 * this type replaces the one that {@code session.logins} names. It has to be
 * {@code @ApplicationScoped}, because it outlives requests, and a request may not see the same one
 * otherwise.
 *
 * <p>Servers ask for the ended log-ins every {@code session.logins.delay}, and compare ids, never
 * times, so the clocks of servers may differ.
 *
 * <ul>
 *   <li>A log-in that was ended without an exception is in every answer of {@link #endedSince} with
 *       a cursor of an earlier answer, and without one until the time it must be remembered.
 *   <li>It never comes back: {@link #add} and {@link #use} of its id change nothing.
 *   <li>An expired log-in is not found, and disappears without further calls.
 *   <li>A store that is unavailable throws a {@link RuntimeException} within seconds.
 * </ul>
 *
 * <p>Implementations must be thread-safe. No argument is null unless noted.
 */
public interface LoginStore {

  /** Stores a log-in; again under the same id is allowed and changes nothing else. */
  void add(LoginRecord login);

  /** Returns the log-ins of a user that have neither ended nor expired, in any order. */
  List<LoginRecord> find(String name);

  /**
   * Records uses of log-ins; one that does not exist is ignored. So is a use whose log-in expires
   * later than the use says, because another server has recorded a later use.
   */
  void use(Collection<LoginUse> uses);

  /**
   * Ends log-ins; an id that does not exist is remembered as ended too.
   *
   * @param rememberUntil the time from which no token of them is valid
   */
  void end(Collection<String> ids, Instant rememberUntil);

  /**
   * Ends every log-in: increases the generation, at least to the current time in milliseconds, so
   * that it exceeds all earlier ones even if the store has lost its data.
   */
  void endEveryone();

  /** Returns whether a log-in was ended by its id, and must be remembered. */
  boolean isEnded(String id);

  /**
   * Returns the log-ins that have ended since an earlier answer; more may be returned.
   *
   * @param cursor the cursor of that answer; null for all that must be remembered
   */
  EndedLogins endedSince(@Nullable String cursor);
}
