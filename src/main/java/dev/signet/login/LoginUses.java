package dev.signet.login;

import dev.signet.json.Login;
import dev.signet.spi.LoginStore;
import dev.signet.spi.LoginUse;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The uses of log-ins that the store does not know yet. Thread-safe. */
final class LoginUses {

  private static final System.Logger LOG = System.getLogger(LoginUses.class.getName());

  private static final int MAX_PENDING = 1000;
  private static final long MILLIS = 1000;
  private static final Duration INTERVAL = Duration.ofMinutes(1);

  private final LoginStore store;
  private final Clock clock;
  private final Map<String, LoginUse> pending = new ConcurrentHashMap<>();
  private volatile Instant reportedAt;

  LoginUses(LoginStore store, Clock clock) {
    this.store = store;
    this.clock = clock;
    this.reportedAt = clock.instant();
  }

  /**
   * Records a use, one per second; beyond the maximum it is not listed.
   *
   * @param now the time of the use, in milliseconds since the epoch
   * @param expiresAt when no token is valid that is written now, in seconds since the epoch
   */
  void note(Login login, long now, long expiresAt) {
    LoginUse before = pending.get(login.id());
    boolean isNoted =
        before == null
            ? pending.size() >= MAX_PENDING
            : before.lastSeen().getEpochSecond() == Math.floorDiv(now, MILLIS);
    if (!isNoted) {
      pending.put(
          login.id(),
          new LoginUse(
              login.id(),
              login.name(),
              Instant.ofEpochMilli(now),
              Instant.ofEpochSecond(expiresAt)));
    }
  }

  /** Reports all uses, at most once a minute. A failure does no harm: later uses are reported. */
  void report() {
    Instant now = clock.instant();
    if (pending.isEmpty() || Duration.between(reportedAt, now).abs().compareTo(INTERVAL) < 0) {
      return;
    }
    reportedAt = now;
    List<LoginUse> uses = List.copyOf(pending.values());
    uses.forEach(use -> pending.remove(use.id(), use));
    try {
      store.use(uses);
    } catch (RuntimeException e) {
      LOG.log(Level.DEBUG, "The uses of log-ins could not be recorded.", e);
    }
  }
}
