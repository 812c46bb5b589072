package dev.signet.login;

import dev.signet.json.Login;
import dev.signet.spi.LoginStore;
import dev.signet.spi.LoginUse;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The uses of log-ins that the store does not know yet. Thread-safe. */
final class LoginUses {

  private static final System.Logger LOG = System.getLogger(LoginUses.class.getName());

  private static final int MAX_PENDING = 1000;
  private static final long MILLIS = 1000;
  private static final long INTERVAL = 60 * MILLIS;

  private final LoginStore store;
  private final Map<String, LoginUse> pending = new ConcurrentHashMap<>();

  /** When uses were last reported, in milliseconds since the epoch. */
  private volatile long reportedAt;

  LoginUses(LoginStore store, Clock clock) {
    this.store = store;
    this.reportedAt = clock.millis();
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

  /**
   * Reports a use at once.
   *
   * @throws RuntimeException if the store is down
   */
  void report(Login login, Instant now, Instant expiresAt) {
    store.use(List.of(new LoginUse(login.id(), login.name(), now, expiresAt)));
    pending.remove(login.id());
  }

  /**
   * Reports all uses, at most once a minute. After a failure they are reported later.
   *
   * @param millis the time, in milliseconds since the epoch
   */
  void report(long millis) {
    if (Math.abs(millis - reportedAt) < INTERVAL || pending.isEmpty()) {
      return;
    }
    reportedAt = millis;
    List<LoginUse> uses = List.copyOf(pending.values());
    uses.forEach(use -> pending.remove(use.id(), use));
    try {
      store.use(uses);
    } catch (RuntimeException e) {
      uses.forEach(use -> pending.putIfAbsent(use.id(), use));
      LOG.log(Level.DEBUG, "The uses of log-ins could not be recorded.", e);
    }
  }
}
