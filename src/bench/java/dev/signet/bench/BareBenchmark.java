package dev.signet.bench;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** The bare primitives on the very bytes that {@link SignetBenchmark} has. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class BareBenchmark {

  @Param({"200", "2000"})
  int size;

  private Map<String, Object> claims;
  private String token;
  private Bare bare;
  private int count;

  @Setup
  public void setUp() throws IOException, GeneralSecurityException {
    Map<String, Object> content = Content.of(size);
    token = Signet.token(Signet.signing(Signet.SECRET, 0).cookieHeader(content));
    bare = new Bare(Signet.SECRET, token.substring(0, token.indexOf('.')));
    claims = bare.read(token);
    Content.requireSame(content, claims.get("data"));
    Content.requireSame(token, bare.write(claims));
  }

  @Benchmark
  public Object read() throws IOException {
    return bare.read(token);
  }

  @Benchmark
  public String write() throws IOException {
    return bare.write(claims);
  }

  @Benchmark
  @SuppressWarnings("unchecked") // it is what was written
  public String change() throws IOException {
    Map<String, Object> read = bare.read(token);
    ((Map<String, Object>) read.get("data")).put("user_id", count++);
    return bare.write(read);
  }
}
