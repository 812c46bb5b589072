package dev.signet.bench;

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
import org.openjdk.jmh.infra.Blackhole;

/**
 * How cost grows with content, from 50 bytes to what makes a cookie of 4 kB, which is as much as
 * browsers take.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class SizeBenchmark {

  @Param({"50", "200", "500", "1000", "2000", "2800"})
  int size;

  private final Signet signet = Signet.signing(Signet.SECRET, 0);
  private Map<String, Object> content;
  private String cookieHeader;

  @Setup
  public void setUp() throws IOException {
    content = Content.of(size);
    cookieHeader = signet.cookieHeader(content);
  }

  @Benchmark
  public void readWhole(Blackhole sink) {
    for (var attribute : signet.begin(cookieHeader).entrySet()) {
      sink.consume(attribute.getValue());
    }
  }

  @Benchmark
  public Object readOne() {
    return signet.begin(cookieHeader).get("user_id", 0);
  }

  @Benchmark
  public Optional<String> writeNew() {
    return signet.write(content);
  }
}
