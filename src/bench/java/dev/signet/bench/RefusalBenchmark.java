package dev.signet.bench;

import java.io.IOException;
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

/**
 * What it costs to refuse a cookie, beside the cheapest use of a good one: whether there is an
 * attribute.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class RefusalBenchmark {

  @Param({"200", "2000"})
  int size;

  @Param({
    "good",
    "forged",
    "unsigned",
    "otherSecret",
    "otherHeader",
    "gibberish",
    "overLong",
    "huge"
  })
  String cookie;

  private final Signet signet = Signet.signing(Signet.SECRET, 0);
  private String cookieHeader;

  @Setup
  public void setUp() throws IOException {
    Map<String, Object> content = Content.of(size);
    String good = signet.cookieHeader(content);
    cookieHeader =
        switch (cookie) {
          case "good" -> good;
          case "forged" -> forged(good);
          case "unsigned" -> good.substring(0, good.lastIndexOf('.') + 1);
          case "otherSecret" -> Signet.signing(Signet.previous(1), 0).cookieHeader(content);
          case "otherHeader" -> "session=eyJhbGciOiJIUzI1NiJ9" + good.substring(good.indexOf('.'));
          case "gibberish" -> "session=" + "x".repeat(good.length());
          case "overLong" -> good + "x".repeat(4096);
          case "huge" -> good + "x".repeat(60_000);
          default -> throw new IllegalArgumentException(cookie);
        };
    Content.requireSame(cookie.equals("good"), look());
    Content.requireSame(cookie.equals("good") ? 0L : 1L, signet.rejections());
  }

  /** Returns the same with one character of the content changed. */
  private static String forged(String good) {
    int place = (good.indexOf('.') + good.lastIndexOf('.')) / 2;
    char other = good.charAt(place) == 'A' ? 'B' : 'A';
    return good.substring(0, place) + other + good.substring(place + 1);
  }

  @Benchmark
  public boolean look() {
    return signet.begin(cookieHeader).containsKey("user_id");
  }
}
