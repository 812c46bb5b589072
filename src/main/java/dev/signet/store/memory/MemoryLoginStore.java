package dev.signet.store.memory;

import dev.signet.spi.EndedLogins;
import dev.signet.spi.LoginRecord;
import dev.signet.spi.LoginStore;
import dev.signet.spi.LoginUse;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The log-ins of one server, in memory. A restart forgets them: then those that were ended hold
 * again as long as their tokens. Beyond the maximum, the log-in that was added first is no longer
 * listed; ended ones stay until they need not be remembered. Thread-safe.
 */
public final class MemoryLoginStore implements LoginStore {

  private record Ending(long number, Instant rememberUntil) {}

  private final int maxLogins;
  private final Clock clock;
  private final Map<String, LoginRecord> logins = new LinkedHashMap<>();
  private final Map<String, Ending> ended = new HashMap<>();
  private long generation;
  private long endings;

  /**
   * @param maxLogins the maximum number of log-ins that are listed
   * @param clock the clock that expiration times are compared with
   */
  public MemoryLoginStore(int maxLogins, Clock clock) {
    this.maxLogins = maxLogins;
    this.clock = clock;
  }

  @Override
  public synchronized void add(LoginRecord login) {
    if (ended.containsKey(login.id())) {
      return;
    }
    removeExpired();
    if (logins.size() >= maxLogins && !logins.containsKey(login.id())) {
      logins.remove(logins.keySet().iterator().next());
    }
    logins.put(login.id(), login);
  }

  private void removeExpired() {
    Instant now = clock.instant();
    logins.values().removeIf(login -> !now.isBefore(login.expiresAt()));
    ended.values().removeIf(ending -> !now.isBefore(ending.rememberUntil()));
  }

  @Override
  public synchronized List<LoginRecord> find(String name) {
    removeExpired();
    return logins.values().stream().filter(login -> login.name().equals(name)).toList();
  }

  @Override
  public synchronized void use(Collection<LoginUse> uses) {
    uses.forEach(use -> logins.computeIfPresent(use.id(), (id, login) -> login.used(use)));
  }

  @Override
  public synchronized void end(Collection<String> ids, Instant rememberUntil) {
    endings++;
    for (String id : ids) {
      logins.remove(id);
      ended.put(id, new Ending(endings, rememberUntil));
    }
  }

  @Override
  public synchronized void endEveryone() {
    generation = Math.max(generation + 1, clock.millis());
    logins.clear();
  }

  @Override
  public synchronized boolean isEnded(String id) {
    removeExpired();
    return ended.containsKey(id);
  }

  @Override
  public synchronized EndedLogins endedSince(@Nullable String cursor) {
    long known = cursor == null ? 0 : Long.parseLong(cursor);
    Map<String, Instant> news = new HashMap<>();
    if (known < endings) {
      removeExpired();
      ended.forEach(
          (id, ending) -> {
            if (ending.number() > known) {
              news.put(id, ending.rememberUntil());
            }
          });
    }
    return new EndedLogins(news, generation, Long.toString(endings));
  }
}
