package dev.signet;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The published measurements meet the performance rows of the contract. The build itself measures
 * nothing: its machine is busy with other work.
 */
class PublishedPerformanceTest {

  private static final JsonNode RESULTS = results();

  private static JsonNode results() {
    try {
      var file = Path.of("src/docs/performance/benchmarks.json").toFile();
      return new ObjectMapper().readTree(file).get("results");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Returns the results of a benchmark that has these parameters, each as {@code name=value}. */
  private static Stream<JsonNode> all(String benchmark, String... params) {
    return StreamSupport.stream(RESULTS.spliterator(), false)
        .filter(run -> run.get("benchmark").asText().endsWith("." + benchmark))
        .filter(run -> Stream.of(params).allMatch(param -> has(run, param.split("=", 2))));
  }

  private static boolean has(JsonNode run, String[] param) {
    return run.get("params").path(param[0]).asText().equals(param[1]);
  }

  private static JsonNode one(String benchmark, String... params) {
    var found = all(benchmark, params).toList();
    assertThat(found).as(benchmark).hasSize(1);
    return found.get(0);
  }

  private static double time(JsonNode run) {
    return run.get("primaryMetric").get("score").asDouble();
  }

  private static JsonNode signet(String way, String size) {
    return one("SignetBenchmark." + way, "kind=signed", "size=" + size);
  }

  /** Returns the median of a column over the processes that measured an action. */
  private static double ratio(String row, String action, int size, String column)
      throws IOException {
    List<String> lines = Files.readAllLines(Path.of("src/docs/performance/ratios.csv"));
    int index = List.of(lines.get(0).split(",", -1)).indexOf(column);
    double[] values =
        lines.stream()
            .filter(line -> line.startsWith("%s,%s,%d,".formatted(row, action, size)))
            .mapToDouble(line -> Double.parseDouble(line.split(",", -1)[index]))
            .sorted()
            .toArray();
    assertThat(values).as(action).hasSizeGreaterThanOrEqualTo(5);
    return values[values.length / 2];
  }

  @ParameterizedTest
  @CsvSource({
    "reading one attribute, 0.8, 1",
    "reading all, 1.1, 1",
    "changing one, 0.9, 1",
    "writing a new session, 1.7, 1.5"
  })
  @DisplayName("P1 a session takes little more than the bare primitives, or less")
  void comparedWithBarePrimitives(String action, double time, double allocation)
      throws IOException {
    for (int size : new int[] {200, 2000}) {
      assertThat(ratio("P1", action, size, "time")).as("time").isLessThanOrEqualTo(time);
      assertThat(ratio("P1", action, size, "allocation"))
          .as("allocation")
          .isLessThanOrEqualTo(allocation);
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {200, 2000})
  @DisplayName("P7 a registry of log-ins adds at most 5 % to reading a session in the cookie")
  void costOfTheRegistryOfLogins(int size) throws IOException {
    assertThat(ratio("P7", "reading with a registry of log-ins", size, "time"))
        .isLessThanOrEqualTo(1.05);
  }

  @ParameterizedTest
  @ValueSource(strings = {"reading", "changing"})
  @DisplayName("L9 a session bean takes at most 1.1 times as long as get and put")
  void costOfSessionBeans(String action) throws IOException {
    assertThat(ratio("L9", action + " a session bean", 200, "time")).isLessThanOrEqualTo(1.1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"java-jwt", "nimbus", "jjwt", "play", "ktor-cookie"})
  @DisplayName("P2 Signet reads and writes faster than other libraries at both sizes")
  void fasterThanOtherLibraries(String peer) {
    for (String size : new String[] {"200", "2000"}) {
      assertThat(time(one("PeerBenchmark.read", "peer=" + peer, "size=" + size)))
          .isGreaterThan(time(signet("readWhole", size)));
      assertThat(time(one("PeerBenchmark.write", "peer=" + peer, "size=" + size)))
          .isGreaterThan(time(signet("writeNew", size)));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"signet", "signet-encrypted"})
  @DisplayName("P5 a cookie is smaller than that of a library that has expiry and key ID too")
  void bytesOfTheCookie(String kind) throws IOException {
    List<String> lines = Files.readAllLines(Path.of("src/docs/performance/bytes.csv"));
    List<Integer> ours = bytes(lines, kind);
    List<Integer> others = bytes(lines, "iron-session");
    assertThat(ours).hasSize(3);
    for (int i = 0; i < ours.size(); i++) {
      assertThat(ours.get(i)).isLessThan(others.get(i));
    }
  }

  private static List<Integer> bytes(List<String> lines, String library) {
    return lines.stream()
        .map(line -> line.split(",", -1))
        .filter(cells -> cells[0].equals(library))
        .sorted(Comparator.comparing(cells -> Integer.valueOf(cells[1])))
        .map(cells -> Integer.valueOf(cells[2]))
        .toList();
  }

  /** Returns the requests per second of a variant by round and pass. */
  private static Map<String, Double> throughput(String variant) throws IOException {
    Map<String, Double> measured = new HashMap<>();
    for (String line : Files.readAllLines(Path.of("src/docs/performance/load.csv"))) {
      String[] cells = line.split(",", -1);
      if (cells.length > 3 && cells[2].equals(variant)) {
        measured.put(cells[0] + '/' + cells[1], Double.valueOf(cells[3]));
      }
    }
    assertThat(measured).as(variant).hasSizeGreaterThanOrEqualTo(5);
    return measured;
  }

  /** Returns the median of a variant's throughput by that of another in the same pass. */
  private static double share(String variant, String other) throws IOException {
    Map<String, Double> base = throughput(other);
    double[] shares =
        throughput(variant).entrySet().stream()
            .mapToDouble(pass -> pass.getValue() / requireNonNull(base.get(pass.getKey())))
            .sorted()
            .toArray();
    return (shares[(shares.length - 1) / 2] + shares[shares.length / 2]) / 2;
  }

  @ParameterizedTest
  @CsvSource({"untouched, 0.75", "read, 0.7", "changed, 0.55"})
  @DisplayName("P3 a request that does nothing else keeps most of its throughput")
  void costOfASessionPerRequest(String request, double share) throws IOException {
    assertThat(share("cookie/" + request, "plain/untouched")).isGreaterThanOrEqualTo(share);
  }

  @ParameterizedTest
  @ValueSource(strings = {"untouched", "read", "changed"})
  @DisplayName("P6 sessions in PostgreSQL are as fast as the server's own in the same database")
  void comparedWithSessionsOfTheServer(String request) throws IOException {
    assertThat(share("jdbc/" + request, "httpsession-database/" + request))
        .isGreaterThanOrEqualTo(1);
  }

  @Test
  @DisplayName("P4 rejecting a cookie takes less time than reading a valid one")
  void rejectedCookiesAreCheap() {
    for (String size : new String[] {"200", "2000"}) {
      double good = time(one("RefusalBenchmark.look", "cookie=good", "size=" + size));
      assertThat(all("RefusalBenchmark.look", "size=" + size))
          .filteredOn(run -> !has(run, new String[] {"cookie", "good"}))
          .hasSizeGreaterThan(3)
          .allSatisfy(run -> assertThat(time(run)).isLessThan(good));
    }
  }

  @Test
  @DisplayName("P4 ten previous keys add no measurable cost")
  void previousKeysAddNoCost() {
    double one = time(one("KeysBenchmark.readUnderCurrentKey", "previousKeys=1"));
    double ten = time(one("KeysBenchmark.readUnderCurrentKey", "previousKeys=10"));
    assertThat(ten / one).isEqualTo(1, within(0.1));
  }

  @ParameterizedTest
  @ValueSource(strings = {"readOne", "readWhole", "writeNew"})
  @DisplayName("P5 the cost per byte does not grow with the size of the session")
  void costPerByteDoesNotGrow(String way) {
    double small = time(one("SizeBenchmark." + way, "size=50"));
    double middle = time(one("SizeBenchmark." + way, "size=1000"));
    double large = time(one("SizeBenchmark." + way, "size=2800"));
    assertThat((large - middle) / 1800).isLessThan(1.3 * (middle - small) / 950);
  }
}
