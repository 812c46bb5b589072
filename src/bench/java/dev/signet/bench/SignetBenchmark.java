package dev.signet.bench;

import dev.signet.core.RequestSession;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/**
 * What a request may do with its session, from the {@code Cookie} header to the {@code Set-Cookie}
 * header.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class SignetBenchmark {

  @Param({"200", "2000"})
  int size;

  @Param({"signed", "encrypted"})
  String kind;

  private Map<String, Object> content;
  private Signet signet;
  private String cookieHeader;
  private int count;

  @Setup
  public void setUp() throws IOException {
    content = Content.of(size);
    signet = kind.equals("signed") ? Signet.signing(Signet.SECRET, 0) : Signet.encrypting();
    cookieHeader = signet.cookieHeader(content);
    Content.requireSame(true, writeChanged().isPresent());
    Content.requireSame(false, writeNothing().isPresent());
    Content.requireSame(false, touchNothing().isPresent());
    Content.requireSame(0L, signet.rejections());
  }

  /** Verified, checked and every value read. */
  @Benchmark
  public Object readWhole() {
    Object last = null;
    for (var attribute : signet.begin(cookieHeader).entrySet()) {
      last = attribute.getValue();
    }
    return last;
  }

  @Benchmark
  public Object readOne() {
    return signet.begin(cookieHeader).get("user_id", 0);
  }

  /** A request that has a session and does not ask for it. */
  @Benchmark
  public Optional<String> touchNothing() {
    return signet.begin(cookieHeader).decide(false);
  }

  @Benchmark
  public Optional<String> writeNew() {
    return signet.write(content);
  }

  @Benchmark
  public Optional<String> writeChanged() {
    RequestSession session = signet.begin(cookieHeader);
    session.put("user_id", count++);
    return session.decide(false);
  }

  /** A list was handed out, and nobody changed it: no cookie, but that has to be found out. */
  @Benchmark
  public Optional<String> writeNothing() {
    RequestSession session = signet.begin(cookieHeader);
    session.get("cart");
    return session.decide(false);
  }
}
