package dev.signet.suite;

import com.google.gson.Gson;
import dev.signet.history.Conversation;
import dev.signet.history.RestHistories;
import dev.signet.history.app.HistoryApplication;
import dev.signet.store.redis.RealRedis;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
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
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;
import redis.clients.jedis.RedisClient;

/** Random histories over HTTP on Open Liberty, 100 known and 100 fresh ones for each store. */
@ArquillianTest
@RunAsClient
class HistoriesIT {

  private static final int HISTORIES = Integer.getInteger("histories.count", 100);

  private static final RealRedis REDIS = redis();

  @ArquillianResource Deployer deployer;

  private static RealRedis redis() {
    try {
      return new RealRedis(Files.createTempDirectory("histories-redis"));
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  @AfterAll
  static void stop() {
    REDIS.close();
  }

  private static WebArchive application(String store, String logins, String... settings) {
    String[] all = java.util.Arrays.copyOf(settings, settings.length + 4);
    all[settings.length] = "session.secret-key=" + Tokens.SECRET;
    all[settings.length + 1] = "session.max-age=" + RestHistories.maxAge(!store.equals("redis"));
    all[settings.length + 2] = "session.store=" + store;
    all[settings.length + 3] = "session.logins=" + logins;
    return TestArchives.library("histories-" + store, all)
        .addPackage(HistoryApplication.class.getPackage())
        .addPackage(Conversation.class.getPackage());
  }

  @Deployment(name = "cookie", managed = false, testable = false)
  static WebArchive cookie() {
    return application("cookie", "memory");
  }

  @Deployment(name = "memory", managed = false, testable = false)
  static WebArchive memory() {
    return application("memory", "memory");
  }

  @Deployment(name = "jdbc", managed = false, testable = false)
  static WebArchive jdbc() {
    return application("jdbc", "jdbc").addAsLibraries(TestArchives.jarOf(Driver.class));
  }

  @Deployment(name = "redis", managed = false, testable = false)
  static WebArchive redisStore() {
    return application("redis", "redis", "session.redis.uri=" + REDIS.uri())
        .addAsLibraries(
            TestArchives.jarOf(RedisClient.class),
            TestArchives.jarOf(GenericObjectPool.class),
            TestArchives.jarOf(JSONObject.class),
            TestArchives.jarOf(Gson.class),
            TestArchives.jarOf(Logger.class));
  }

  private void play(String store, boolean sameTime) {
    deployer.deploy(store);
    try {
      URI base =
          URI.create(
              "http://localhost:%s/histories-%s/"
                  .formatted(System.getProperty("test.http.port"), store));
      RestHistories.play(base, !store.equals("cookie"), true, sameTime, HISTORIES);
    } finally {
      deployer.undeploy(store);
    }
  }

  @Test
  @DisplayName(
      "W1 W2 W3 W4 W5 W6 W7 W8 W9 L1 L3 L4 L9 V1 V2 V3 histories with sessions in the cookie do what"
          + " the model says")
  void sessionsInTheCookie() {
    play("cookie", true);
  }

  @Test
  @DisplayName(
      "W1 W3 W4 W7 W8 W9 T3 T4 T8 L1 L3 L4 L9 histories with sessions in memory do what the model"
          + " says")
  void sessionsInMemory() {
    play("memory", true);
  }

  @Test
  @DisplayName(
      "W1 W3 W4 W7 W8 W9 T3 T4 T8 L1 L3 L4 L9 histories with sessions in SQL do what the model says")
  void sessionsInSql() {
    play("jdbc", true);
  }

  @Test
  @DisplayName(
      "W1 W3 W4 W7 W8 W9 T3 T4 T8 L1 L3 L4 L9 histories with sessions in Redis do what the model"
          + " says")
  void sessionsInRedis() {
    play("redis", false);
  }
}
