package dev.signet.history;

import dev.signet.history.app.HistoryApplication;
import dev.signet.history.store.HistoryBeans;
import jakarta.ws.rs.SeBootstrap;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Random histories through Jakarta REST, in this process; see {@link HistoriesTest}. */
class RestHistoriesTest {

  private static final System.Logger LOG = System.getLogger(RestHistoriesTest.class.getName());

  private static final int FIXED = 100;
  private static final int SECONDS = 2;

  @AfterEach
  void clear() {
    List.of(
            HistoryBeans.PROPERTY,
            "session.secret-key",
            "session.previous-secret-keys",
            "session.max-age",
            "session.sliding",
            "session.encrypted",
            "session.absolute-timeout",
            "session.logins",
            "session.logins.per-user",
            "session.login-timeout",
            "session.idle-timeout")
        .forEach(System::clearProperty);
  }

  @Test
  @DisplayName(
      "W1 W2 W3 W4 W5 W6 W7 W8 W9 R7 L1 L3 L4 L5 L9 V1 V2 V3 histories with sessions in the cookie"
          + " do what the model says")
  void sessionsInTheCookie() throws Exception {
    System.setProperty("session.encrypted", "true");
    System.setProperty("session.sliding", "true");
    play(
        "cookie",
        new Setup(false, true, List.of(0), true, 100, 150, "/", new Setup.Logins(1, false, 0, 60)));
  }

  @Test
  @DisplayName(
      "W1 W2 W3 W4 W5 W6 W7 W8 W9 R7 T3 T4 T6 T8 L1 L3 L4 L5 L9 V1 V2 V3 histories with sessions in"
          + " a store do what the model says")
  void sessionsInAStore() throws Exception {
    play(
        "store",
        new Setup(
            true, false, List.of(0), false, 100, 300, "/", new Setup.Logins(1, true, 150, 0)));
  }

  private static void set(String option, int value) {
    if (value > 0) {
      System.setProperty(option, "" + value);
    }
  }

  private static void play(String kind, Setup setup) throws Exception {
    System.setProperty(HistoryBeans.PROPERTY, kind);
    System.setProperty("session.previous-secret-keys", "");
    System.setProperty("session.max-age", "" + setup.maxAge());
    System.setProperty("session.absolute-timeout", "" + setup.absolute());
    System.setProperty("session.logins", "memory");
    set("session.logins.per-user", setup.logins().single() ? 1 : 0);
    set("session.login-timeout", setup.logins().timeout());
    set("session.idle-timeout", setup.logins().idle());
    var server =
        SeBootstrap.start(
                HistoryApplication.class,
                SeBootstrap.Configuration.builder().host("localhost").port(0).build())
            .toCompletableFuture()
            .get(1, TimeUnit.MINUTES);
    try {
      var histories =
          new RestHistories(
              new HttpServer(server.configuration().baseUri(), true), setup, step -> true);
      histories.search(0).run(FIXED);
      long seed = Long.getLong("histories.seed", ThreadLocalRandom.current().nextLong(1L << 48));
      LOG.log(System.Logger.Level.INFO, "Histories in a {0} start at seed {1}.", kind, seed + "");
      var fresh = histories.search(seed);
      fresh.run(Duration.ofSeconds(Integer.getInteger("histories.seconds", SECONDS)));
      LOG.log(System.Logger.Level.INFO, "{0} histories were played.", fresh.played());
    } finally {
      server.stop().toCompletableFuture().get(1, TimeUnit.MINUTES);
    }
  }
}
