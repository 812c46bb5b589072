package dev.signet.bench;

import dev.signet.core.CookiePersistence;
import dev.signet.core.ExpirationPolicy;
import dev.signet.core.LoginRegistry;
import dev.signet.core.RequestSession;
import dev.signet.core.SessionLifecycle;
import dev.signet.http.SameSite;
import dev.signet.http.SecurePolicy;
import dev.signet.http.SetCookie;
import dev.signet.json.JsonCodec;
import dev.signet.login.LoginRules;
import dev.signet.login.LoginTracker;
import dev.signet.seal.Seal;
import dev.signet.seal.SessionKey;
import dev.signet.store.memory.MemoryLoginStore;
import java.io.IOException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/**
 * The session of a caller in the cookie, read with a registry of log-ins that knows many ended
 * ones, and without a registry.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class LoginsBenchmark {

  private static final int ENDED = 10_000;
  private static final Duration LIFETIME = Duration.ofDays(14);

  @Param({"200", "2000"})
  int size;

  @Param({"off", "on"})
  String logins;

  private SessionLifecycle lifecycle;
  private String cookieHeader;

  @Setup
  public void setUp() throws IOException {
    var random = new SecureRandom();
    Seal seal = Seal.signing(List.of(new SessionKey(Signet.SECRET)), "session");
    lifecycle =
        new SessionLifecycle(
            () -> seal,
            new CookiePersistence(random, false),
            new SetCookie("session", "/", null, true, SameSite.LAX, false),
            SecurePolicy.AUTO,
            new ExpirationPolicy(LIFETIME, true, false, null),
            Clock.systemUTC(),
            event -> {},
            new JsonCodec(),
            false,
            logins.equals("on") ? tracker(random) : LoginRegistry.untracked(random));
    RequestSession session = lifecycle.begin(() -> null, () -> false);
    session.putAll(Content.of(size));
    session.logIn("ada", Set.of("staff"));
    String setCookie = session.decide(false).orElseThrow();
    cookieHeader = setCookie.substring(0, setCookie.indexOf(';'));
    Content.requireSame(true, begin().caller().isPresent());
  }

  private static LoginRegistry tracker(SecureRandom random) {
    Clock clock = Clock.systemUTC();
    var store = new MemoryLoginStore(1000, clock);
    store.end(
        IntStream.range(0, ENDED).mapToObj(i -> "0.ended" + i).toList(),
        clock.instant().plus(LIFETIME));
    var rules = new LoginRules(Duration.ofSeconds(5), false, null, LIFETIME, Duration.ofSeconds(2));
    return new LoginTracker(store, rules, clock, random, event -> {});
  }

  private RequestSession begin() {
    return lifecycle.begin(() -> cookieHeader, () -> false);
  }

  @Benchmark
  public Object readOne() {
    return begin().get("user_id", 0);
  }
}
