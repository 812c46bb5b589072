package dev.signet.store.redis;

import static dev.signet.store.redis.Sessions.id;
import static dev.signet.store.redis.Sessions.put;
import static dev.signet.store.redis.Sessions.session;
import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.signet.FreePort;
import dev.signet.SessionStoreException;
import dev.signet.spi.SessionId;
import dev.signet.testing.StoreContract;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import redis.clients.jedis.Jedis;
import redis.clients.jedis.Protocol;

/** A cluster of three nodes. */
class RedisClusterTest {

  private static final int NODES = 3;
  private static final int SLOTS = 16_384;

  private static final List<RealRedis> nodes = new ArrayList<>();
  private static RedisStore store;

  private final SessionId id = id();

  @BeforeAll
  static void start(@TempDir Path folder) throws IOException {
    List<Integer> busPorts = new ArrayList<>();
    for (int i = 0; i < NODES; i++) {
      busPorts.add(FreePort.find());
      nodes.add(
          new RealRedis(
              Files.createDirectory(folder.resolve("node" + i)),
              "--cluster-enabled",
              "yes",
              "--cluster-port",
              String.valueOf(busPorts.get(i))));
    }
    for (int i = 0; i < NODES; i++) {
      try (var console = nodes.get(i).console()) {
        console.clusterAddSlotsRange(SLOTS * i / NODES, SLOTS * (i + 1) / NODES - 1);
      }
      meet(nodes.get(i), nodes.get(0), busPorts.get(0));
    }
    RedisSentinelTest.awaitTrue(() -> nodes.stream().allMatch(RedisClusterTest::isComplete));
    String hosts =
        nodes.stream().map(node -> "127.0.0.1:" + node.port()).collect(Collectors.joining(","));
    store = new RedisStore("redis+cluster://" + hosts);
  }

  static void meet(RealRedis node, RealRedis other, int busPort) {
    try (var console = node.console()) {
      console.sendCommand(
          Protocol.Command.CLUSTER,
          "MEET",
          "127.0.0.1",
          String.valueOf(other.port()),
          String.valueOf(busPort));
    }
  }

  private static boolean isComplete(RealRedis node) {
    try (var console = node.console()) {
      return console.clusterInfo().contains("cluster_state:ok")
          && console.clusterInfo().contains("cluster_slots_assigned:" + SLOTS)
          && console.clusterInfo().contains("cluster_known_nodes:" + NODES);
    }
  }

  @AfterAll
  static void stop() {
    store.close();
    nodes.forEach(RealRedis::close);
  }

  @TestFactory
  @DisplayName("T2 T10 The contract of all stores, in a cluster")
  Stream<DynamicTest> contract() {
    return StoreContract.checks().stream()
        .map(check -> dynamicTest(check.text(), () -> check.run(store)));
  }

  @Test
  @DisplayName("T10 Sessions are spread over all nodes, and a renewed one stays on its node")
  void spread() {
    for (int i = 0; i < 60; i++) {
      SessionId first = id();
      store.create(first, session(Map.of("a", "1")));
      assertThat(store.move(first, first.next(new SecureRandom()), put("a", "2"))).isTrue();
    }
    assertThat(nodes)
        .allSatisfy(
            node -> {
              try (var console = node.console()) {
                assertThat(console.dbSize()).isPositive();
              }
            });
  }

  @Test
  @DisplayName("T5 T10 In a cluster each call is one round trip")
  void roundTrips() {
    store.create(id, session(Map.of("a", "1")));
    nodes.forEach(RedisClusterTest::resetCounters);
    store.load(id);
    store.update(id, put("a", "2"));
    SessionId renewed = id.next(new SecureRandom());
    store.move(id, renewed, put("a", "3"));
    store.delete(renewed);
    assertThat(store.wasMoved(id)).isTrue();
    assertThat(calls("hgetall")).isOne();
    assertThat(calls("eval")).isEqualTo(3);
    assertThat(calls("hget")).as("one of them, the others inside the scripts").isEqualTo(6);
    assertThat(calls("cluster|slots") + calls("ping") + calls("auth")).isZero();
  }

  private static void resetCounters(RealRedis node) {
    try (var console = node.console()) {
      console.configResetStat();
    }
  }

  private static long calls(String command) {
    return nodes.stream().mapToLong(node -> calls(node, command)).sum();
  }

  private static long calls(RealRedis node, String command) {
    try (var console = node.console()) {
      String name = "cmdstat_" + command.replace("|", "\\|") + ":calls=";
      return RealRedis.number(console, "commandstats", name);
    }
  }

  @Test
  @DisplayName("T10 A session is found after its slot was moved to another node")
  void movedSlot() {
    store.load(id);
    String key = RealRedis.key(id);
    int slot = slot(key);
    RealRedis from = nodes.get(owner(slot));
    RealRedis to = nodes.get((owner(slot) + 1) % NODES);
    String target;
    try (var console = to.console()) {
      target = answer(console, "MYID");
    }
    for (RealRedis node : List.of(to, from)) {
      try (var console = node.console()) {
        for (String other : console.clusterGetKeysInSlot(slot, 1000)) {
          console.del(other);
        }
        console.clusterSetSlotNode(slot, target);
      }
    }
    store.create(id, session(Map.of("a", "1")));
    assertThat(store.load(id)).isPresent();
    try (var console = to.console()) {
      assertThat(console.exists(key)).isTrue();
    }
  }

  private static int slot(String key) {
    try (var console = nodes.get(0).console()) {
      return (int) console.clusterKeySlot(key);
    }
  }

  private static int owner(int slot) {
    int node = 0;
    while (slot >= SLOTS * (node + 1) / NODES) {
      node++;
    }
    return node;
  }

  private static String answer(Jedis console, String subcommand) {
    return new String((byte[]) console.sendCommand(Protocol.Command.CLUSTER, subcommand), US_ASCII);
  }

  @Test
  @DisplayName("T12 A node addressed as a server, and a server addressed as a node, are named")
  void wrongKind(@TempDir Path folder) {
    try (var server = new RealRedis(folder);
        var asCluster = new RedisStore("redis+cluster://127.0.0.1:" + server.port());
        var asServer = new RedisStore(nodes.get(0).uri());
        var down = new RedisStore("redis+cluster://127.0.0.1:" + FreePort.find());
        var database = new RedisStore(nodes.get(0).uri() + "/3")) {
      assertThatExceptionOfType(SessionStoreException.class)
          .isThrownBy(() -> asCluster.load(id))
          .withMessageContaining("is not a node of a cluster");
      assertThatExceptionOfType(SessionStoreException.class)
          .isThrownBy(
              () -> {
                for (int i = 0; i < 100; i++) {
                  asServer.load(id());
                }
              })
          .withMessageContaining("Write session.redis.uri as redis+cluster://host:port");
      assertThatExceptionOfType(SessionStoreException.class)
          .isThrownBy(() -> database.load(id))
          .withMessageContaining("Write session.redis.uri as redis+cluster://host:port");
      assertThatExceptionOfType(SessionStoreException.class)
          .isThrownBy(() -> down.load(id))
          .withMessageContaining("ConnectException. Start the server");
    }
  }
}
