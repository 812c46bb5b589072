package dev.signet.suite;

import static java.util.concurrent.CompletableFuture.supplyAsync;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.Gson;
import dev.signet.store.redis.RealRedis;
import java.io.IOException;
import java.net.URI;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.IntStream;
import org.apache.commons.pool2.impl.GenericObjectPool;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.json.JSONObject;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;
import redis.clients.jedis.RedisClient;

/** Two servers, each an Open Liberty, that keep their sessions in one real Redis. */
@ArquillianTest
@RunAsClient
class RedisStoreIT {

  private static final RealRedis REDIS = redis();

  @ArquillianResource URL one;

  private static SecondServer server;

  private static RealRedis redis() {
    try {
      Path folder = Files.createTempDirectory("redis-it");
      return new RealRedis(folder, "--appendonly", "yes", "--appendfsync", "always");
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  private static WebArchive application(String name) {
    return TestArchives.suite(
            name,
            "session.store=redis",
            "session.redis.uri=" + REDIS.uri(),
            "session.store-timeout=5") // longer than a pause of a busy machine
        .addAsLibraries(
            TestArchives.jarOf(RedisClient.class),
            TestArchives.jarOf(GenericObjectPool.class),
            TestArchives.jarOf(JSONObject.class),
            TestArchives.jarOf(Gson.class),
            TestArchives.jarOf(Logger.class));
  }

  @Deployment
  static WebArchive one() {
    return application("redis-one");
  }

  @BeforeAll
  static void startAnotherServer() {
    server = new SecondServer(application("redis-two"), "redis-two");
  }

  @AfterAll
  static void stop() {
    server.close();
    REDIS.close();
  }

  private Client first() {
    return new Client(URI.create(one.toString()));
  }

  private Client second() {
    return server.client();
  }

  @Test
  @DisplayName("S2 C13 T1 two servers on one store behave as one")
  void asOne() {
    String cookie = first().script("", "put a=1;fill large=20000").pair();
    assertThat(cookie).hasSizeLessThan(250);
    assertThat(second().script(cookie, "get a;put b=2").body()).isEqualTo("1,");
    assertThat(first().script(cookie, "get b").body()).isEqualTo("2");
    String renewed = second().script(cookie, "renew").pair();
    assertThat(first().script(cookie, "size").body()).as("T8 the old id is dead").isEqualTo("0");
    assertThat(first().script(renewed, "get a;get b").body()).isEqualTo("1,2");
    second().script(renewed, "delete");
    assertThat(first().script(renewed, "size").body()).as("T8").isEqualTo("0");
  }

  @Test
  @DisplayName("T4 a late request under the old ID keeps the cookie of the log-in")
  void lateRequest() {
    String before = first().script("", "put cart=1").pair();
    String loggedIn = second().script(before, "renew;put user=Ada").pair();
    for (String change : new String[] {"put late=1", "put late=1;save", "delete", "clear"}) {
      assertThat(first().script(before, change).sessionCookies()).as(change).isEmpty();
    }
    assertThat(second().script(loggedIn, "get user;get cart;size").body()).isEqualTo("Ada,1,2");
    String again = first().script(before, "renew;put user=Eve").pair();
    assertThat(second().script(again, "get user;size").body()).isEqualTo("Eve,1");
  }

  @Test
  @DisplayName("T12 a session beyond session.max-size is refused, and the stored one stays")
  void tooLarge() {
    String cookie = first().script("", "put a=1").pair();
    var refused = first().script(cookie, "put a=2;fill large=1000000");
    assertThat(refused.status()).isEqualTo(500);
    assertThat(refused.body()).isEqualTo("The server could not keep the session.");
    assertThat(refused.sessionCookies()).isEmpty();
    assertThat(second().script(cookie, "get a;size").body()).isEqualTo("1,1");
    assertThat(first().script(cookie, "fill large=900000").status()).isEqualTo(200);
  }

  @Test
  @DisplayName("T3 concurrent requests to both servers on different attributes all win")
  void atOnce() {
    String cookie = first().script("", "put a=1").pair();
    var clients = new Client[] {first(), second()};
    var puts =
        IntStream.range(0, 200)
            .mapToObj(i -> supplyAsync(() -> clients[i % 2].script(cookie, "put k" + i + "=" + i)))
            .toList();
    assertThat(puts).allSatisfy(put -> assertThat(put.join().status()).isEqualTo(200));
    assertThat(first().script(cookie, "size").body()).isEqualTo("201");
  }

  @Test
  @DisplayName("T6 killing Redis gives 503 and loses no acknowledged write")
  void killed() {
    String cookie = first().script("", "put a=1").pair();
    REDIS.kill();
    try {
      var read = first().script(cookie, "get a");
      assertThat(read.status()).isEqualTo(503);
      assertThat(read.header("Retry-After")).isEqualTo("5");
      assertThat(read.body()).isEqualTo("The server cannot reach the session now.");
      assertThat(second().script("", "put b=1").status()).isEqualTo(503);
      assertThat(first().get("headers", "Cookie", cookie).status()).as("untouched").isEqualTo(200);
    } finally {
      REDIS.startAgain(); // the other tests need it, also if this one fails
    }
    assertThat(first().script(cookie, "get a").body()).isEqualTo("1");
    assertThat(second().script(cookie, "get a").body()).isEqualTo("1");
    assertThat(ServerLog.read("messages.log")).as("K1").doesNotContain(sessionId(cookie));
  }

  @Test
  @DisplayName("T6 a hanging Redis gives 503 within the timeout, and recovers")
  void hangs() {
    String cookie = first().script("", "put a=1").pair();
    REDIS.hang();
    try {
      long start = System.nanoTime();
      assertThat(first().script(cookie, "get a").status()).isEqualTo(503);
      assertThat(System.nanoTime() - start).isLessThan(30_000_000_000L);
    } finally {
      REDIS.goOn();
    }
    assertThat(first().script(cookie, "get a").body()).isEqualTo("1");
  }

  private static String sessionId(String cookie) {
    return Tokens.claims(cookie).replaceAll(".*\"sid\":\"([^\"]*)\".*", "$1");
  }
}
