package dev.signet.bench;

import java.io.IOException;
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

/** What it costs that there are previous keys: for those who have the current one, and the last. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class KeysBenchmark {

  @Param({"1", "10"})
  int previousKeys;

  private Signet signet;
  private String underCurrentKey;
  private String underOldestKey;
  private String underNoKey;

  @Setup
  public void setUp() throws IOException {
    var content = Content.of(200);
    signet = Signet.signing(Signet.SECRET, previousKeys);
    underCurrentKey = signet.cookieHeader(content);
    underOldestKey = Signet.signing(Signet.previous(previousKeys), 0).cookieHeader(content);
    underNoKey = Signet.signing(Signet.previous(previousKeys + 1), 0).cookieHeader(content);
    Content.requireSame(48213, readUnderCurrentKey());
    Content.requireSame(48213, readUnderOldestKey());
    Content.requireSame(0, refuseUnderNoKey());
    Content.requireSame(false, signet.begin(underCurrentKey).decide(false).isPresent());
    Content.requireSame(true, rewriteUnderOldestKey().isPresent());
  }

  private Object read(String cookieHeader) {
    return signet.begin(cookieHeader).get("user_id", 0);
  }

  @Benchmark
  public Object readUnderCurrentKey() {
    return read(underCurrentKey);
  }

  @Benchmark
  public Object readUnderOldestKey() {
    return read(underOldestKey);
  }

  @Benchmark
  public Object refuseUnderNoKey() {
    return read(underNoKey);
  }

  /** Once for each session: it is written anew under the current key. */
  @Benchmark
  public Optional<String> rewriteUnderOldestKey() {
    var session = signet.begin(underOldestKey);
    session.get("user_id", 0);
    return session.decide(false);
  }
}
