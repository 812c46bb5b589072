package dev.signet.bench;

import dev.signet.cookie.SameSite;
import dev.signet.cookie.Secure;
import dev.signet.cookie.SetCookie;
import dev.signet.core.InCookie;
import dev.signet.core.Lifetime;
import dev.signet.core.LiveSession;
import dev.signet.core.SessionLifecycle;
import dev.signet.seal.Seal;
import dev.signet.seal.SecretKey;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.infra.Blackhole;

/** Each thing a request may do with its session, and what the bare primitives take for it. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class SessionBenchmark {

  private static final String SECRET = "made-for-the-benchmarks-and-for-nothing-else";

  @Param({"200", "2000"})
  int size;

  private Map<String, Object> content;
  private Map<String, Object> claims;
  private SessionLifecycle lifecycle;
  private String cookieHeader;
  private String token;
  private Bare bare;
  private int count;

  @Setup
  public void setUp() throws IOException, GeneralSecurityException {
    content = Content.of(size);
    Seal seal = Seal.signing(List.of(new SecretKey(SECRET)), "session");
    lifecycle =
        new SessionLifecycle(
            () -> seal,
            new InCookie(),
            new SetCookie("session", "/", null, true, SameSite.LAX, false),
            Secure.AUTO,
            new Lifetime(Duration.ofDays(14), true, false, null),
            Clock.systemUTC(),
            new SecureRandom(),
            event -> {
              throw new IllegalStateException(event.toString());
            });
    String setCookie = write().orElseThrow();
    cookieHeader = setCookie.substring(0, setCookie.indexOf(';'));
    token = cookieHeader.substring(cookieHeader.indexOf('=') + 1);
    bare = new Bare(SECRET, token.substring(0, token.indexOf('.')));
    claims = bare.read(token);
    requireSame(content, begin(cookieHeader));
    requireSame(content, claims.get("data"));
    requireSame(token, bare.write(claims));
  }

  /** A benchmark that does not do what it says is worth nothing. */
  private static void requireSame(Object expected, @Nullable Object actual) {
    if (!expected.equals(actual)) {
      throw new IllegalStateException("%s instead of %s".formatted(actual, expected));
    }
  }

  private LiveSession begin(@Nullable String header) {
    return lifecycle.begin(() -> header, () -> false);
  }

  @Benchmark
  public void readAll(Blackhole sink) {
    for (var attribute : begin(cookieHeader).entrySet()) {
      sink.consume(attribute.getValue());
    }
  }

  @Benchmark
  public Object readOne() {
    return begin(cookieHeader).get("user_id", 0);
  }

  @Benchmark
  public Object bareRead() throws IOException {
    return bare.read(token);
  }

  @Benchmark
  public Optional<String> write() {
    LiveSession session = begin(null);
    session.putAll(content);
    return session.decide(false);
  }

  @Benchmark
  public String bareWrite() throws IOException {
    return bare.write(claims);
  }

  @Benchmark
  public Optional<String> changeOne() {
    LiveSession session = begin(cookieHeader);
    session.put("user_id", count++);
    return session.decide(false);
  }

  @Benchmark
  @SuppressWarnings("unchecked") // it is what was written
  public String bareChangeOne() throws IOException {
    Map<String, Object> read = bare.read(token);
    ((Map<String, Object>) read.get("data")).put("user_id", count++);
    return bare.write(read);
  }
}
