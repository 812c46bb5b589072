package dev.signet.suite;

import static java.util.concurrent.CompletableFuture.supplyAsync;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.jboss.shrinkwrap.api.Filters;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** An application with a store of its own. */
interface OwnStoreContract {

  Client client();

  /** Returns the log of the server. */
  String log();

  static WebArchive application() {
    return TestArchives.library(
            "own-store", "session.secret-key=" + Tokens.SECRET, "session.store=memory")
        .addPackages(
            false,
            Filters.exclude(".*(Test|AnotherStore|RequestStore).*"),
            "dev.signet.suite.store");
  }

  @BeforeEach
  default void forgetCalls() {
    client().get("store/calls");
  }

  private String begun() {
    String cookie = client().post("store/put/a", "").pair();
    client().get("store/calls");
    return cookie;
  }

  private String calls() {
    return client().get("store/calls").body();
  }

  @Test
  @DisplayName("C13 S2 T5 the application's store is called once to read and once to write")
  default void roundTrips() {
    String cookie = client().post("store/put/a", "").pair();
    assertThat(calls()).isEqualTo("create");
    client().get("store/untouched", "Cookie", cookie);
    assertThat(calls()).isEmpty();
    assertThat(client().get("store/read", "Cookie", cookie).body()).isEqualTo("[a]");
    assertThat(calls()).isEqualTo("load");
    client().post("store/put/b", "", "Cookie", cookie);
    assertThat(calls()).isEqualTo("load,update");
    client().post("store/delete", "", "Cookie", cookie);
    assertThat(calls()).isEqualTo("load,delete");
    assertThat(client().get("store/read", "Cookie", cookie).body()).as("T8").isEqualTo("[]");
  }

  @Test
  @DisplayName("T1 a forged cookie does not reach the store")
  default void forged() {
    String cookie = begun();
    String forged =
        cookie.substring(0, cookie.length() - 2) + (cookie.endsWith("AA") ? "QQ" : "AA");
    assertThat(client().get("store/read", "Cookie", forged).body()).isEqualTo("[]");
    assertThat(calls()).isEmpty();
  }

  @Test
  @DisplayName("T3 concurrent requests that change different attributes all win")
  default void atOnce() {
    String cookie = begun();
    var puts =
        IntStream.range(0, 100)
            .mapToObj(
                i -> supplyAsync(() -> client().post("store/put/k" + i, "", "Cookie", cookie)))
            .toList();
    assertThat(puts).allSatisfy(put -> assertThat(put.join().status()).isEqualTo(204));
    assertThat(client().get("store/read", "Cookie", cookie).body().split(",", -1)).hasSize(101);
  }

  @Test
  @DisplayName("T4 a slow request in flight does not bring back a session that logged out")
  default void slowRequest() {
    String cookie = begun();
    var slow = supplyAsync(() -> client().post("store/slow", "", "Cookie", cookie));
    client().post("store/begun", "");
    assertThat(client().post("store/delete", "", "Cookie", cookie).sessionCookie())
        .contains("Max-Age=0");
    client().post("store/go", "");
    assertThat(slow.join().status()).isEqualTo(204);
    assertThat(slow.join().sessionCookies()).isEmpty();
    assertThat(client().get("store/read", "Cookie", cookie).body()).isEqualTo("[]");
  }

  @Test
  @DisplayName("T6 a store that is down gives 503 if the session is needed, and recovers")
  default void down() {
    String cookie = begun();
    client().post("store/down?is=true", "");
    var read = client().get("store/read", "Cookie", cookie);
    assertThat(read.status()).isEqualTo(503);
    assertThat(read.header("Retry-After")).isEqualTo("5");
    assertThat(read.header("Vary")).isEqualTo("cookie");
    assertThat(read.body()).isEqualTo("The server cannot reach the session now.");
    var written = client().post("store/put/b", "");
    assertThat(written.status()).as("fails when the response is made").isEqualTo(503);
    assertThat(written.header("Retry-After")).isEqualTo("5");
    assertThat(written.sessionCookies()).isEmpty();
    assertThat(client().get("store/untouched", "Cookie", cookie).status()).isEqualTo(200);
    client().post("store/down?is=false", "");
    assertThat(client().get("store/read", "Cookie", cookie).body()).isEqualTo("[a]");
    assertThat(log()).contains("The session store failed with java.lang.IllegalStateException");
  }

  @Test
  @DisplayName("C13 the log says at deployment that sessions are stored by the application's store")
  default void storeIsLogged() {
    assertThat(log()).contains("Sessions are stored by the application's own SessionStore.");
  }
}
