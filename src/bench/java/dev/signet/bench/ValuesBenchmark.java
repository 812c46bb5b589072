package dev.signet.bench;

import dev.signet.Session;
import jakarta.ws.rs.core.GenericType;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** What the values of an application cost: records and lists of them, beside plain containers. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class ValuesBenchmark {

  /** A record with the types that are common in sessions. */
  public record Visit(String page, int count, Instant at, UUID id, BigDecimal price) {}

  /** A record in a list. */
  public record Item(String sku, int count, boolean gift) {}

  private static final GenericType<List<Item>> ITEMS = new GenericType<>() {};

  private final Signet signet = Signet.signing(Signet.SECRET, 0);
  private final Visit visit =
      new Visit(
          "/catalog/eggs",
          12,
          Instant.parse("2026-11-21T09:24:17Z"),
          UUID.fromString("7f3c1f0e-6f0b-4a51-9d0e-0a4a2c1f9b11"),
          new BigDecimal("19.90"));
  private final List<Item> items =
      new ArrayList<>(
          List.of(
              new Item("EGG-1", 2, false),
              new Item("EGG-2", 2, true),
              new Item("EGG-3", 1, false)));
  private final Map<String, Object> map =
      new HashMap<>(Map.of("sku", "EGG-1", "count", 2, "tags", List.of("a", "b")));
  private final Set<String> set = Set.of("editor", "admin", "author");

  private String visitCookie;
  private String itemsCookie;
  private String mapCookie;

  @Setup
  public void prepare() {
    visitCookie = cookie(visit);
    itemsCookie = cookie(items);
    mapCookie = cookie(map);
  }

  private String cookie(Object value) {
    String header = signet.write(Map.of("v", value)).orElseThrow();
    return header.substring(0, header.indexOf(';'));
  }

  private Optional<String> write(Object value) {
    var session = signet.begin(null);
    session.put("v", value);
    return session.decide(false);
  }

  /** Only puts, so that neither claims nor signature take part. */
  private Session put(Object value) {
    Session session = signet.begin(null);
    session.put("v", value);
    return session;
  }

  @Benchmark
  public Session putRecord() {
    return put(visit);
  }

  @Benchmark
  public Session putRecords() {
    return put(items);
  }

  @Benchmark
  public Session putMap() {
    return put(map);
  }

  @Benchmark
  public Session putSet() {
    return put(set);
  }

  @Benchmark
  public Optional<String> writeRecord() {
    return write(visit);
  }

  @Benchmark
  public Optional<String> writeRecords() {
    return write(items);
  }

  @Benchmark
  public Optional<String> writeMap() {
    return write(map);
  }

  @Benchmark
  public Visit readRecord() {
    return signet.begin(visitCookie).get("v", Visit.class);
  }

  @Benchmark
  public List<Item> readRecords() {
    return signet.begin(itemsCookie).get("v", ITEMS);
  }

  @Benchmark
  public Object readMap() {
    return signet.begin(mapCookie).get("v");
  }
}
