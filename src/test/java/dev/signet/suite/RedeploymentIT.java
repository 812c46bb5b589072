package dev.signet.suite;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.Gson;
import dev.signet.config.Option;
import dev.signet.store.redis.RealRedis;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.util.HashMap;
import java.util.Map;
import org.apache.commons.pool2.impl.GenericObjectPool;
import org.h2.Driver;
import org.jboss.arquillian.container.test.api.Deployer;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.json.JSONObject;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.Logger;
import redis.clients.jedis.RedisClient;

/**
 * An application that is deployed again and again. The system property {@code test.redeployments}
 * says how often.
 */
@ArquillianTest
@RunAsClient
class RedeploymentIT {

  private static final int TIMES = Integer.getInteger("test.redeployments", 3);

  private static final int ATTEMPTS = 20;

  private static final RealRedis REDIS = redis();

  @ArquillianResource Deployer deployer;

  private static RealRedis redis() {
    try {
      return new RealRedis(Files.createTempDirectory("redeployment-it"));
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  @AfterAll
  static void stop() {
    REDIS.close();
  }

  @Deployment(name = "again-cookie", managed = false, testable = false)
  static WebArchive cookie() {
    return TestArchives.suite("again-cookie");
  }

  @Deployment(name = "again-memory", managed = false, testable = false)
  static WebArchive memory() {
    return TestArchives.suite("again-memory", "session.store=memory");
  }

  @Deployment(name = "again-embedded", managed = false, testable = false)
  static WebArchive embedded() {
    return TestArchives.suite("again-embedded", "session.store=jdbc")
        .addAsLibraries(TestArchives.jarOf(Driver.class));
  }

  @Deployment(name = "again-shared", managed = false, testable = false)
  static WebArchive dataSource() {
    return TestArchives.suite(
        "again-shared",
        "session.store=jdbc",
        "session.jdbc.data-source=jdbc/shared",
        "session.jdbc.create-table=true");
  }

  @Deployment(name = "again-redis", managed = false, testable = false)
  static WebArchive inRedis() {
    return TestArchives.suite(
            "again-redis", "session.store=redis", "session.redis.uri=" + REDIS.uri())
        .addAsLibraries(
            TestArchives.jarOf(RedisClient.class),
            TestArchives.jarOf(GenericObjectPool.class),
            TestArchives.jarOf(JSONObject.class),
            TestArchives.jarOf(Gson.class),
            TestArchives.jarOf(Logger.class));
  }

  private void deployAndUse(String name) {
    deployer.deploy(name);
    try {
      String port = System.getProperty("test.http.port");
      var client = new Client(URI.create("http://localhost:%s/%s/".formatted(port, name)));
      String cookie = client.script("", "put a=1").pair();
      assertThat(client.script(cookie, "get a;put b=2").body()).isEqualTo("1,");
    } finally {
      deployer.undeploy(name);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"again-cookie", "again-memory", "again-embedded", "again-shared", "again-redis"})
  @DisplayName("K6 a redeployment leaves no class loader, thread, connection or open file")
  void redeployed(String name) {
    deployAndUse(name); // the server keeps its last class loader until the next deployment
    ServerProcess server = ServerProcess.find();
    long loaders = server.classLoadersOf(Option.class);
    Map<String, Long> threads = server.threads();

    for (int i = 0; i < TIMES; i++) {
      deployAndUse(name);
    }

    long left = server.classLoadersOf(Option.class);
    for (int i = 0; left > loaders && i < ATTEMPTS; i++) {
      left = server.classLoadersOf(Option.class);
    }
    assertThat(left).as("class loaders").isLessThanOrEqualTo(loaders);
    assertThat(more(threads, server.threads())).as("threads").isEmpty();
    assertThat(server.openFiles("signet-sessions")).isEmpty();
    assertThat(REDIS.clients()).as("connections to Redis").isZero();
  }

  /**
   * Returns the threads that there are more of than before, without those of the server's pools.
   */
  private static Map<String, Long> more(Map<String, Long> before, Map<String, Long> after) {
    Map<String, Long> more = new HashMap<>(after);
    more.replaceAll((name, number) -> number - before.getOrDefault(name, 0L));
    more.values().removeIf(number -> number <= 0);
    more.keySet()
        .removeIf(
            name -> name.matches("(Default Executor|C[12#] CompilerThr|G1 |GC |RMI |JMX ).*"));
    return more;
  }
}
