package dev.signet.login;

import static java.util.Comparator.naturalOrder;

import dev.signet.SessionEvent;
import dev.signet.SessionEvent.LogOutCause;
import dev.signet.SessionStoreException;
import dev.signet.core.LoginRegistry;
import dev.signet.json.Login;
import dev.signet.spi.LoginRecord;
import dev.signet.spi.LoginStore;
import java.lang.System.Logger.Level;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;

/** Log-ins that hold until they are ended, according to a store. Thread-safe. */
public final class LoginTracker implements LoginRegistry {

  private static final System.Logger LOG = System.getLogger(LoginTracker.class.getName());

  /**
   * How long log-ins, and ended ones, are remembered in addition: for clocks that differ, and
   * requests that take long.
   */
  private static final Duration MARGIN = Duration.ofMinutes(5);

  /** A log-in is known to last at least as long as its tokens, but for less than this. */
  private static final long PRECISION_SECONDS = 60;

  private static final Comparator<LoginRecord> NEWEST_FIRST =
      Comparator.comparing(LoginRecord::since).thenComparing(LoginRecord::lastSeen).reversed();

  private final LoginStore store;
  private final LoginRules rules;
  private final Clock clock;
  private final SecureRandom random;
  private final EndedList ended;
  private final LoginUses uses;
  private final Consumer<SessionEvent> events;

  /** Whether the last call failed and the log has a warning about it. */
  private volatile boolean isDown;

  /**
   * @param store the registry that all servers share
   * @param random generates ids
   * @param events receives an event for each log-in that the registry ends; must not throw
   */
  public LoginTracker(
      LoginStore store,
      LoginRules rules,
      Clock clock,
      SecureRandom random,
      Consumer<SessionEvent> events) {
    this.store = store;
    this.rules = rules;
    this.clock = clock;
    this.random = random;
    this.ended = new EndedList(store, clock, rules.delay(), rules.timeout());
    this.uses = new LoginUses(store, clock);
    this.events = events;
  }

  @Override
  public String newId() {
    tolerate(ended::ask); // all log-ins may have ended a moment ago
    return LoginIds.next(ended.generation(), random);
  }

  @Override
  public boolean isEnded(Login login, long expiresAt) {
    if (ended.isKnown(login.id())) {
      return true;
    }
    long now = clock.millis();
    if (!ended.isCurrent(now) && tolerant(() -> isEndedNow(login.id()))) {
      return true;
    }
    uses.note(login, now, expiresAt + MARGIN.toSeconds());
    uses.report(now);
    return false;
  }

  private boolean isEndedNow(String id) {
    ended.refresh();
    return ended.contains(id);
  }

  @Override
  public void begin(Login login, String device, Instant expiresAt) {
    Instant since = Instant.ofEpochSecond(login.since());
    var added =
        new LoginRecord(login.id(), login.name(), since, since, device, expiresAt.plus(MARGIN));
    tolerate(
        () -> {
          store.add(added);
          endOldest(added);
        });
  }

  /** Reports to the store at once, but only once for each minute in which tokens end. */
  @Override
  public void extend(Login login, Instant before, Instant expiresAt) {
    if (minutes(expiresAt) > minutes(before)) {
      tolerate(() -> uses.report(login, clock.instant(), expiresAt.plus(MARGIN)));
    }
  }

  private static long minutes(Instant time) {
    return Math.floorDiv(time.getEpochSecond(), PRECISION_SECONDS);
  }

  private void endOldest(LoginRecord added) {
    Integer most = rules.perUser();
    if (most != null) {
      end(
          find(added.name()).stream()
              .filter(login -> !login.id().equals(added.id()))
              .skip(most - 1L)
              .toList(),
          login -> LogOutCause.REPLACED);
    }
  }

  @Override
  public void end(Login login) {
    end(List.of(login.id()), Instant.ofEpochSecond(login.since() + login.remembered()));
  }

  /**
   * Ends log-ins.
   *
   * @param cause returns why each of them ends
   * @throws SessionStoreException if the registry is down
   */
  void end(Collection<LoginRecord> logins, Function<LoginRecord, LogOutCause> cause) {
    if (!logins.isEmpty()) {
      Instant last = logins.stream().map(LoginRecord::expiresAt).max(naturalOrder()).orElseThrow();
      end(logins.stream().map(LoginRecord::id).toList(), last);
      logins.forEach(login -> events.accept(new SessionEvent.LoggedOut(cause.apply(login))));
    }
  }

  /** A request that is being served may write another token, which lasts from then on. */
  private void end(List<String> ids, Instant expiresAt) {
    Instant latest = clock.instant().plus(rules.tokenLifetime());
    Instant until = (latest.isBefore(expiresAt) ? expiresAt : latest).plus(MARGIN);
    run(() -> store.end(ids, until));
    ids.forEach(id -> ended.add(id, until));
  }

  /**
   * Ends every log-in.
   *
   * @throws SessionStoreException if the registry is down
   */
  void endEveryone() {
    run(
        () -> {
          store.endEveryone();
          ended.ask();
        });
    events.accept(new SessionEvent.LoggedOut(LogOutCause.ADMINISTRATOR));
  }

  /**
   * Returns the log-ins of a user that have a valid token, or had one a minute ago, the newest
   * first.
   *
   * @throws SessionStoreException if the registry is down
   */
  List<LoginRecord> list(String name) {
    Instant latest = clock.instant().plus(MARGIN).minusSeconds(PRECISION_SECONDS);
    return find(name).stream().filter(login -> login.expiresAt().isAfter(latest)).toList();
  }

  /**
   * Returns the log-ins of a user that may have a valid token, the newest first.
   *
   * @throws SessionStoreException if the registry is down
   */
  List<LoginRecord> find(String name) {
    return call(
        () -> {
          ended.refresh(); // all log-ins may have ended before one of them was added
          return store.find(name).stream()
              .filter(login -> !ended.contains(login.id()))
              .sorted(NEWEST_FIRST)
              .toList();
        });
  }

  /** Calls the store; if it is down, does nothing or throws, according to the rules. */
  private void tolerate(Runnable operation) {
    tolerant(
        () -> {
          operation.run();
          return false;
        });
  }

  /** Asks the store; if it is down, returns false or throws, according to the rules. */
  private boolean tolerant(Supplier<Boolean> question) {
    try {
      boolean answer = call(question);
      isDown = false;
      return answer;
    } catch (SessionStoreException e) {
      if (!rules.acceptWhenDown()) {
        throw e;
      }
      LOG.log(
          isDown ? Level.DEBUG : Level.WARNING,
          "The registry of log-ins is down, and log-ins that were ended may be accepted, as"
              + " session.logins.when-down=accept says. {0}",
          e.getMessage());
      isDown = true;
      return false;
    }
  }

  private static void run(Runnable operation) {
    call(
        () -> {
          operation.run();
          return true;
        });
  }

  private static <T> T call(Supplier<T> operation) {
    try {
      return operation.get();
    } catch (SessionStoreException e) {
      throw e;
    } catch (RuntimeException e) {
      throw new SessionStoreException(
          "The registry of log-ins failed with %s. A LoginStore returns a result, or throws if its server fails; see its log."
              .formatted(e.getClass().getName()),
          e);
    }
  }
}
