package dev.signet.history;

import static java.util.Objects.requireNonNull;

import dev.signet.core.CookiePersistence;
import dev.signet.core.ExpirationPolicy;
import dev.signet.core.LoginRegistry;
import dev.signet.core.RequestSession;
import dev.signet.core.SessionLifecycle;
import dev.signet.core.StorePersistence;
import dev.signet.http.SameSite;
import dev.signet.http.SecurePolicy;
import dev.signet.http.SetCookie;
import dev.signet.json.JsonCodec;
import dev.signet.seal.Seal;
import dev.signet.seal.SessionKey;
import dev.signet.testing.MutableClock;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The library below the filters. */
final class CoreServer implements Server {

  static final Instant START = Instant.parse("2026-11-21T08:00:00Z");

  /** The bytes that a session in a store may have. */
  private static final int ENOUGH = 1 << 20;

  private static final SecureRandom RANDOM = new SecureRandom();
  private static final JsonCodec JSON = new JsonCodec();
  private static final LoginRegistry LOGINS = LoginRegistry.untracked(RANDOM);
  private static final Map<Format, Seal> SEALS = new ConcurrentHashMap<>();
  private static final List<SessionKey> KEYS =
      List.of(
          new SessionKey("k7Qm2vXw9qTz0bH4rYcE5nLs8dPfJ1gA6uWi3oRt"),
          new SessionKey("Zt4Nw8Rb1Yk6Hs3Vd9Jm0Xp5Gc2Lf7QaWe5Bn8Uc"),
          new SessionKey("p3Vb7Kd1Xs9Lq5Rz2Tg8Mn4Jc6Wf0Yh3Ea7Ui1Oo"));

  private final MutableClock clock = new MutableClock(START);
  private final FaultyStore store = new FaultyStore(clock);
  private final Map<Integer, Open> open = new HashMap<>();
  private SessionLifecycle lifecycle;

  private record Open(RequestSession session, SessionCalls calls) {}

  private record Format(boolean encrypted, List<Integer> numbers) {

    Seal seal() {
      List<SessionKey> keys = numbers.stream().map(KEYS::get).toList();
      return encrypted ? Seal.encrypting(keys, "session", RANDOM) : Seal.signing(keys, "session");
    }
  }

  CoreServer(Setup setup) {
    lifecycle = lifecycle(setup);
  }

  private SessionLifecycle lifecycle(Setup setup) {
    var format = new Format(setup.encrypted(), setup.keys());
    Seal seal = SEALS.computeIfAbsent(format, Format::seal);
    return new SessionLifecycle(
        () -> seal,
        setup.store()
            ? new StorePersistence(store, ENOUGH, RANDOM, event -> {})
            : new CookiePersistence(RANDOM, false),
        new SetCookie("session", setup.path(), null, true, SameSite.LAX, false),
        SecurePolicy.AUTO,
        new ExpirationPolicy(
            Duration.ofSeconds(setup.maxAge()),
            true,
            setup.sliding(),
            setup.absolute() == 0 ? null : Duration.ofSeconds(setup.absolute())),
        clock,
        event -> {},
        JSON,
        false,
        LOGINS);
  }

  @Override
  public void deploy(Setup setup) {
    lifecycle = lifecycle(setup);
  }

  @Override
  public long millis() {
    return clock.millis();
  }

  @Override
  public int deploymentMillis() {
    return 0;
  }

  @Override
  public Step.Ending effective(int request, Step.Ending ending) {
    return ending;
  }

  @Override
  public void begin(int request, @Nullable String cookies) {
    open.put(request, new Open(lifecycle.begin(() -> cookies, () -> false), new SessionCalls()));
  }

  private Open open(int request) {
    return requireNonNull(open.get(request));
  }

  @Override
  public Reaction call(Step.Call step, boolean interrupted) {
    Open called = open(step.request());
    return reaction(interrupted, () -> called.calls.call(called.session, step));
  }

  private static Reaction reaction(boolean interrupted, Supplier<String> call) {
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
    Reaction reaction;
    try {
      reaction = new Reaction(Outcome.OK, call.get());
    } catch (RuntimeException e) {
      reaction = new Reaction(SessionCalls.outcome(e), "");
    }
    if (interrupted && !Thread.interrupted()) {
      throw new Mismatch("T6", "the thread is no longer interrupted");
    }
    return reaction;
  }

  @Override
  public void discard(int request) {
    open(request).session.discard();
    open(request).calls.discard();
  }

  @Override
  public Reaction answer(int request, Step.Ending ending, boolean interrupted) {
    RequestSession session = open(request).session;
    Reaction first = reaction(interrupted, () -> respond(session, ending).orElse(""));
    open.remove(request);
    return first.outcome() == Outcome.OK || session.isCommitted()
        ? first
        : new Reaction(first.outcome(), session.decide(true).orElse(""));
  }

  /** Decides as the filters do. */
  private static Optional<String> respond(RequestSession session, Step.Ending ending) {
    return switch (ending) {
      case ENTITY, REDIRECT, NO_CONTENT, NOT_FOUND, MAPPED, ASYNC, SSE, LOST ->
          session.decide(false);
      case SERVER_ERROR, UNMAPPED -> session.decide(true);
      case UNWRITABLE -> {
        session.decide(false);
        session.reopen();
        yield session.decide(true);
      }
      case UNWRITABLE_MAPPED -> {
        session.decide(false);
        session.reopen();
        SessionCalls.map(session);
        yield session.decide(false);
      }
      case MANAGER -> {
        session.commit();
        yield session.commit();
      }
      case STREAM -> {
        Optional<String> header = session.decide(false);
        try {
          session.put("late", 1);
          throw new Mismatch("W9", "a change after the decision did not throw");
        } catch (IllegalStateException e) {
          yield header;
        }
      }
    };
  }

  @Override
  public void pass(int millis) {
    clock.advance(Duration.ofMillis(millis));
    store.sweep();
  }

  @Override
  public void failStore(Step.Fault fault) {
    store.fail(fault);
  }

  @Override
  public void slowStore(Runnable during) {
    store.slow(during);
  }

  @Override
  public void loseStore() {
    store.lose();
  }
}
