package dev.signet.store.redis;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signet.FreePort;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A cluster of three primaries, the first of which has a replica. */
class RedisClusterFailoverTest {

  private static final int PRIMARIES = 3;
  private static final int SLOTS = 16_384;
  private static final int WRITERS = 4;
  private static final long MILLIS_TO_REPLICATE = 10_000;

  private final List<RealRedis> nodes = new ArrayList<>();
  private RealRedis primary;
  private RealRedis replica;

  @BeforeEach
  void start(@TempDir Path folder) throws IOException {
    List<Integer> busPorts = new ArrayList<>();
    for (int i = 0; i <= PRIMARIES; i++) {
      busPorts.add(FreePort.find());
      nodes.add(
          new RealRedis(
              Files.createDirectory(folder.resolve("node" + i)),
              "--cluster-enabled",
              "yes",
              "--cluster-node-timeout",
              "1000",
              "--cluster-port",
              String.valueOf(busPorts.get(i))));
    }
    primary = nodes.get(0);
    replica = nodes.get(PRIMARIES);
    for (int i = 0; i < PRIMARIES; i++) {
      try (var console = nodes.get(i).console()) {
        console.clusterAddSlotsRange(SLOTS * i / PRIMARIES, SLOTS * (i + 1) / PRIMARIES - 1);
      }
    }
    for (RealRedis node : nodes) {
      RedisClusterTest.meet(node, primary, busPorts.get(0));
    }
    RedisSentinelTest.awaitTrue(
        () -> nodes.stream().allMatch(node -> says(node, "cluster_known_nodes:4")));
    try (var first = primary.console();
        var console = replica.console()) {
      console.clusterReplicate(first.clusterMyId());
    }
    RedisSentinelTest.awaitTrue(
        () -> replicates() && nodes.stream().allMatch(node -> says(node, "cluster_state:ok")));
  }

  private static boolean says(RealRedis node, String text) {
    try (var console = node.console()) {
      return console.clusterInfo().contains(text);
    }
  }

  private boolean replicates() {
    try (var console = replica.console();
        var other = nodes.get(1).console()) {
      return console.info("replication").contains("master_link_status:up")
          && other.clusterNodes().contains("slave");
    }
  }

  @AfterEach
  void stop() {
    nodes.forEach(RealRedis::close);
  }

  @Test
  @DisplayName(
      "T6 T10 After a primary of a cluster was killed, nothing that was replicated is missing, and"
          + " calls succeed again")
  void failover() throws InterruptedException {
    String hosts =
        nodes.stream().map(node -> "127.0.0.1:" + node.port()).collect(Collectors.joining(","));
    try (var store = new RedisStore("redis+cluster://" + hosts)) {
      var writers = Stream.generate(() -> new Writer(store)).limit(WRITERS).toList();
      var threads = writers.stream().map(Thread::new).toList();
      threads.forEach(Thread::start);
      writers.forEach(writer -> writer.awaitMoreRounds(10));
      writers.forEach(Writer::pause); // Redis replicates asynchronously
      try (var console = primary.console()) {
        console.set(keyOf(primary), "last");
        assertThat(console.waitReplicas(1, MILLIS_TO_REPLICATE)).isEqualTo(1);
      }
      primary.kill();
      writers.forEach(Writer::resume);
      writers.forEach(Writer::awaitFailure);
      RedisSentinelTest.awaitTrue(this::isPromoted);
      writers.forEach(writer -> writer.awaitMoreRounds(10));
      writers.forEach(Writer::finish);
      for (Thread thread : threads) {
        thread.join();
      }
      writers.forEach(Writer::verify);
      try (var console = replica.console()) {
        assertThat(console.dbSize()).as("sessions of the node that was killed").isPositive();
      }
    }
  }

  /** Returns a key in one of the first slots. */
  private static String keyOf(RealRedis first) {
    try (var console = first.console()) {
      int i = 0;
      while (console.clusterKeySlot("marker" + i) >= SLOTS / PRIMARIES) {
        i++;
      }
      return "marker" + i;
    }
  }

  private boolean isPromoted() {
    try (var console = replica.console()) {
      return console.info("replication").contains("role:master");
    }
  }
}
