package dev.signet.suite;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.Gson;
import dev.signet.store.redis.RealRedis;
import java.nio.file.Path;
import java.time.Duration;
import org.apache.commons.pool2.impl.GenericObjectPool;
import org.json.JSONObject;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.Logger;
import redis.clients.jedis.RedisClient;

/** An Open Liberty with MicroProfile Health and Telemetry, and a store that goes down. */
class OperationsIT {

  private static final String NAME = "operations";
  private static RealRedis redis;
  private static SecondServer server;

  @BeforeAll
  static void start(@TempDir Path folder) {
    redis = new RealRedis(folder);
    var application =
        TestArchives.suite(
                NAME,
                "session.store=redis",
                "session.redis.uri=" + redis.uri(),
                "session.health=true",
                "otel.sdk.disabled=false",
                "otel.metrics.exporter=logging",
                "otel.metric.export.interval=500",
                "otel.traces.exporter=none",
                "otel.logs.exporter=none")
            .addAsLibraries(
                TestArchives.jarOf(RedisClient.class),
                TestArchives.jarOf(GenericObjectPool.class),
                TestArchives.jarOf(JSONObject.class),
                TestArchives.jarOf(Gson.class),
                TestArchives.jarOf(Logger.class));
    server = new SecondServer(application, NAME, "mpHealth-4.0", "mpTelemetry-2.0");
  }

  @AfterAll
  static void stop() {
    server.close();
    redis.close();
  }

  private static void assertReadiness(int status, String state) {
    var reply = server.root().get("health/ready");
    assertThat(reply.status()).isEqualTo(status);
    assertThat(reply.body().replace(" ", ""))
        .contains("\"name\":\"signet-session-store\"", "\"store\":\"redis\"")
        .contains("\"status\":\"" + state + "\"")
        .doesNotContain("127.0.0.1");
  }

  @Test
  @DisplayName("T12 readiness follows a store that goes down and comes back")
  void readiness() {
    assertReadiness(200, "UP");
    redis.kill();
    try {
      assertReadiness(503, "DOWN");
      assertThat(server.root().get("health/live").status()).isEqualTo(200);
      assertThat(server.client().get("headers").status()).as("without a session").isEqualTo(200);
    } finally {
      redis.startAgain();
    }
    assertReadiness(200, "UP");
  }

  @Test
  @DisplayName("N3 K1 sessions are counted through MicroProfile Telemetry")
  void counted() {
    String cookie = server.client().script("", "put name=Ada").pair();
    long end = System.nanoTime() + Duration.ofMinutes(1).toNanos();
    while (!server.messages().contains("outcome=\"loaded\"") && System.nanoTime() < end) {
      server.client().script(cookie, "get name");
    }
    assertThat(server.messages())
        .contains("signet.session.events", "outcome=\"created\"", "outcome=\"loaded\"")
        .doesNotContain("Ada", cookie);
  }
}
