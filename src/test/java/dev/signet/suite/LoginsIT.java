package dev.signet.suite;

import static java.util.concurrent.CompletableFuture.supplyAsync;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.Gson;
import dev.signet.store.jdbc.PostgresServer;
import dev.signet.store.redis.RealRedis;
import dev.signet.suite.app.HeadersResource;
import dev.signet.suite.app.Script;
import dev.signet.suite.app.ScriptResource;
import dev.signet.suite.logins.LoginsApplication;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.apache.commons.pool2.impl.GenericObjectPool;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.json.JSONObject;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.postgresql.ds.PGSimpleDataSource;
import org.slf4j.Logger;
import redis.clients.jedis.RedisClient;

/**
 * Log-outs on one of two servers, each an Open Liberty, that share one Redis and one PostgreSQL.
 */
class LoginsIT {

  private static final Duration DELAY = Duration.ofSeconds(1);
  private static final Duration PATIENCE = Duration.ofSeconds(20);
  private static final String DATA_SOURCE =
      """
      <library id="driver"><file name="%s" /></library>
      <dataSource jndiName="jdbc/sessions">
        <jdbcDriver libraryRef="driver" />
        <properties.postgresql serverName="localhost" portNumber="%d" databaseName="postgres" user="postgres" password="none" />
      </dataSource>
      """;

  /** Where sessions and log-ins are kept, and when a server notices a log-out on another one. */
  enum Application {
    COOKIE_AND_REDIS(DELAY, "session.logins=redis"),
    REDIS_ONLY(DELAY, "session.logins=redis\nsession.store=redis"),
    COOKIE_AND_JDBC(Duration.ZERO, "session.logins=jdbc\nsession.logins.when-down=accept"),
    JDBC_ONLY(Duration.ZERO, "session.logins=jdbc\nsession.store=jdbc");

    final Duration delay;
    private final String settings;

    Application(Duration delay, String settings) {
      this.delay = delay;
      this.settings = settings;
    }

    WebArchive war() {
      return TestArchives.library(
              name(),
              settings,
              "session.secret-key=" + Tokens.SECRET,
              "session.logins.delay=" + delay.toSeconds(),
              "session.redis.uri=" + redis.uri(),
              "session.jdbc.data-source=jdbc/sessions",
              "session.jdbc.create-table=true",
              "session.store-timeout=5")
          .addPackage(LoginsApplication.class.getPackage())
          .addClasses(Script.class, ScriptResource.class, HeadersResource.class)
          .addAsLibraries(
              TestArchives.jarOf(RedisClient.class),
              TestArchives.jarOf(GenericObjectPool.class),
              TestArchives.jarOf(JSONObject.class),
              TestArchives.jarOf(Gson.class),
              TestArchives.jarOf(Logger.class));
    }

    Client a() {
      return one.client(name());
    }

    Client b() {
      return two.client(name());
    }
  }

  private static RealRedis redis;
  private static PostgresServer postgres;
  private static SecondServer one;
  private static SecondServer two;

  @BeforeAll
  static void start(@TempDir Path folder) {
    redis = new RealRedis(folder, "--appendonly", "yes", "--appendfsync", "always");
    postgres = PostgresServer.start();
    String elements =
        DATA_SOURCE.formatted(TestArchives.jarOf(PGSimpleDataSource.class), postgres.port());
    List<WebArchive> wars = Stream.of(Application.values()).map(Application::war).toList();
    one = new SecondServer("signet-logins-a", wars, elements, "jdbc-4.2", "jndi-1.0");
    two = new SecondServer("signet-logins-b", wars, elements, "jdbc-4.2", "jndi-1.0");
  }

  @AfterAll
  static void stop() {
    for (AutoCloseable each : new AutoCloseable[] {one, two, redis, postgres}) {
      close(each);
    }
  }

  private static void close(AutoCloseable server) {
    try {
      if (server != null) {
        server.close();
      }
    } catch (Exception e) {
      throw new AssertionError(e);
    }
  }

  private static String caller(Client server, String cookie) {
    var reply = server.script(cookie, "caller");
    return reply.status() == 200 ? reply.body() : "status " + reply.status();
  }

  private static String logIn(Client server, String name) {
    return logIn(server, name, "laptop");
  }

  private static String logIn(Client server, String name, String device) {
    return server.post("logins/login?name=" + name + "&device=" + device, "").pair();
  }

  /** The server that ended the log-in refuses its cookies at once, the other one in time. */
  private static void assertEnded(Application app, Client ending, Client other, String... copies) {
    for (String copy : copies) {
      assertThat(caller(ending, copy)).isEqualTo("nobody");
      awaitEnd(app.delay, other, copy);
      assertThat(other.script(copy, "size").body()).as("attributes end too").isEqualTo("0");
    }
  }

  private static void awaitEnd(Duration delay, Client server, String cookie) {
    long latest = System.nanoTime() + (delay.isZero() ? 0 : PATIENCE.toNanos());
    String caller = caller(server, cookie);
    while (!caller.equals("nobody") && System.nanoTime() < latest) {
      caller = caller(server, cookie);
    }
    assertThat(caller).isEqualTo("nobody");
  }

  @ParameterizedTest
  @EnumSource
  @DisplayName("L3 a log-out ends every copy of the cookie on both servers, over HTTP")
  void copies(Application app) {
    String cookie = logIn(app.a(), "ada");
    String rewritten = app.b().script(cookie, "put a=1;save").pair();
    assertThat(caller(app.a(), rewritten)).isEqualTo("ada [staff]");
    assertThat(caller(app.b(), cookie)).isEqualTo("ada [staff]");
    app.a().script(cookie, "delete");
    assertEnded(app, app.a(), app.b(), cookie, rewritten);
    assertThat(caller(app.a(), rewritten)).isEqualTo("nobody");
  }

  @ParameterizedTest
  @EnumSource
  @DisplayName("L3 a log-in within the second of the log-out holds on both servers, over HTTP")
  void sameSecond(Application app) {
    String old;
    String again;
    long before;
    do {
      before = System.currentTimeMillis() / 1000;
      old = logIn(app.a(), "ada");
      app.a().script(old, "delete");
      again = logIn(app.b(), "ada");
    } while (System.currentTimeMillis() / 1000 > before);
    assertEnded(app, app.a(), app.b(), old);
    assertThat(caller(app.a(), again)).isEqualTo("ada [staff]");
    assertThat(caller(app.b(), again)).isEqualTo("ada [staff]");
  }

  @ParameterizedTest
  @EnumSource
  @DisplayName("L4 a request in flight never revives the log-in that another server ends")
  void inFlight(Application app) {
    String cookie = logIn(app.a(), "ada");
    var late = supplyAsync(() -> app.b().post("logins/slow", "", Client.with(cookie)));
    assertThat(app.b().post("logins/slow/begun", "").status()).isEqualTo(204);
    app.a().script(cookie, "delete");
    app.b().post("logins/slow/release", "");
    String written = late.join().sessionCookies().isEmpty() ? cookie : late.join().pair();
    assertEnded(app, app.a(), app.b(), cookie, written);
  }

  @ParameterizedTest
  @EnumSource
  @DisplayName("L4 the list of one server has the log-ins of both, which end one, many or all")
  void lists(Application app) {
    String name = "bob-" + app;
    String phone = logIn(app.a(), name, "phone");
    String desk = logIn(app.b(), name, "desk");
    assertThat(app.a().get("logins?name=" + name, Client.with(desk)).body())
        .isEqualTo("desk (this one), phone");
    assertThat(app.b().post("logins/end-others", "", Client.with(desk)).status()).isEqualTo(204);
    assertEnded(app, app.b(), app.a(), phone);
    assertThat(caller(app.b(), desk)).isEqualTo(name + " [staff]");
    app.a().post("logins/end-all?name=" + name, "");
    assertEnded(app, app.a(), app.b(), desk);
    assertThat(app.b().get("logins?name=" + name).body()).isEmpty();
    String everyone = logIn(app.a(), name);
    app.b().post("logins/end-everyone", "");
    assertEnded(app, app.b(), app.a(), everyone);
    assertThat(caller(app.b(), logIn(app.a(), name))).isEqualTo(name + " [staff]");
  }

  @Test
  @DisplayName("L3 T6 with when-down=refuse callers get 503 while Redis is down, and others do not")
  void refuse() {
    Client a = Application.COOKIE_AND_REDIS.a();
    String ended = logIn(a, "ada");
    String kept = logIn(a, "ada");
    String anonymous = a.script("", "put a=1").pair();
    a.script(ended, "delete");
    redis.kill();
    try {
      awaitStatus(a, kept, 503);
      assertThat(a.script(kept, "delete").status()).isEqualTo(503);
      assertThat(caller(a, ended)).as("known to have ended").isEqualTo("nobody");
      assertThat(a.script(anonymous, "get a").body()).isEqualTo("1");
      assertThat(a.get("headers", Client.with(kept)).status()).as("untouched").isEqualTo(200);
    } finally {
      redis.startAgain();
    }
    awaitStatus(a, kept, 200);
    assertThat(caller(a, kept)).isEqualTo("ada [staff]");
    assertThat(caller(Application.COOKIE_AND_REDIS.b(), ended)).isEqualTo("nobody");
  }

  private static void awaitStatus(Client server, String cookie, int status) {
    long latest = System.nanoTime() + PATIENCE.toNanos();
    int last;
    do {
      last = server.script(cookie, "caller").status();
    } while (last != status && System.nanoTime() < latest);
    assertThat(last).isEqualTo(status);
  }

  @Test
  @DisplayName("L3 T6 with when-down=accept callers are served while PostgreSQL is down")
  void accept() throws IOException {
    Client a = Application.COOKIE_AND_JDBC.a();
    String ended = logIn(a, "ada");
    String kept = logIn(a, "ada");
    a.script(ended, "delete");
    postgres.kill();
    try {
      assertThat(caller(a, kept)).isEqualTo("ada [staff]");
      assertThat(caller(a, ended)).as("known to have ended").isEqualTo("nobody");
      assertThat(a.script(kept, "delete").status()).as("a log-out that holds").isEqualTo(503);
    } finally {
      postgres.startAgain();
    }
    assertThat(caller(a, kept)).isEqualTo("ada [staff]");
    assertThat(a.script(kept, "delete").status()).isEqualTo(200);
    awaitEnd(DELAY, Application.COOKIE_AND_JDBC.b(), kept);
    assertThat(caller(Application.COOKIE_AND_JDBC.b(), ended)).isEqualTo("nobody");
  }

  @Test
  @DisplayName("T6 a hanging PostgreSQL gives 503 within the timeout, and recovers")
  void hangs() throws Exception {
    Client a = Application.JDBC_ONLY.a();
    String cookie = a.script("", "put a=1").pair();
    postgres.hang();
    try {
      long start = System.nanoTime();
      assertThat(a.script(cookie, "get a").status()).isEqualTo(503);
      assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(PATIENCE);
    } finally {
      postgres.goOn();
    }
    assertThat(a.script(cookie, "get a").body()).isEqualTo("1");
  }

  @Test
  @DisplayName("L3 the log says at deployment where log-ins are kept and what an outage means")
  void log() {
    assertThat(one.log())
        .contains(
            "Log-ins are kept by session.logins=redis",
            "Log-ins are kept by session.logins=jdbc",
            "If the registry is down, requests of callers get 503",
            "requests of callers are served as it last said, so that a log-out may not hold");
  }
}
