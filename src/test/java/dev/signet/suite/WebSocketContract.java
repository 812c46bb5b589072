package dev.signet.suite;

import static java.util.concurrent.CompletableFuture.supplyAsync;
import static org.assertj.core.api.Assertions.assertThat;

import dev.signet.suite.app.Script;
import dev.signet.suite.socket.FeedEndpoint;
import dev.signet.suite.store.StoreResource;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.jboss.shrinkwrap.api.Filters;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The session in WebSocket endpoints. */
interface WebSocketContract {

  String DATA = "{\"a\":\"1\"}";

  /** Returns a client of the application with a name. */
  Client client(String application);

  /** Returns the application with a name. */
  static WebArchive application(String name) {
    WebArchive application =
        switch (name) {
          case "in-cookie" -> TestArchives.suite(name, "session.store=cookie");
          case "in-store" -> TestArchives.suite(name, "session.store=memory");
          case "in-own-store" ->
              TestArchives.library(name, "session.secret-key=" + Tokens.SECRET)
                  .addClass(Script.class)
                  .addPackages(
                      false,
                      Filters.exclude(".*(Test|AnotherStore|RequestStore).*"),
                      StoreResource.class.getPackage().getName());
          default -> TestArchives.suite(name, "session.csrf=origin", "session.secure=true");
        };
    return application.addPackage(FeedEndpoint.class.getPackage());
  }

  private URI at(String application) {
    return URI.create(client(application).base().toString().replaceFirst("http", "ws"));
  }

  private Socket socket(String application, String cookie, String script) {
    return socket(application, cookie, script, "");
  }

  private Socket socket(String application, String cookie, String script, String more) {
    String query = "?script=" + URLEncoder.encode(script, StandardCharsets.UTF_8) + more;
    return new Socket(at(application).resolve("feed" + query), cookie);
  }

  private String begun(String application) {
    return client(application).script("", "put a=1").pair();
  }

  @ParameterizedTest
  @ValueSource(strings = {"in-cookie", "in-store"})
  @DisplayName("N1 S5 an endpoint reads the session of its handshake, and no cookie is written")
  default void read(String application) {
    try (var socket = socket(application, begun(application), "")) {
      assertThat(socket.ask("get a;size;new")).isEqualTo("1,1,false");
      assertThat(socket.cookies()).isEmpty();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"in-cookie", "in-store"})
  @DisplayName("N1 changes during the handshake are saved with its response")
  default void putDuringTheHandshake(String application) {
    try (var socket = socket(application, "", "put b=2")) {
      assertThat(socket.ask("get b")).isEqualTo("2");
      assertThat(socket.cookies())
          .singleElement()
          .satisfies(
              cookie -> {
                assertThat(cookie.isHttpOnly()).isTrue();
                assertThat(cookie.getPath()).isEqualTo("/");
                assertThat(cookie.getMaxAge()).isBetween(1_209_500L, 1_209_600L);
              });
      assertThat(client(application).script(socket.pair(), "get b").body()).isEqualTo("2");
    }
    try (var socket = socket(application, begun(application), "put b=2;remove a")) {
      assertThat(socket.ask("get a;get b")).isEqualTo("null,2");
      assertThat(client(application).script(socket.pair(), "get a;get b").body())
          .isEqualTo("null,2");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"in-cookie", "in-store"})
  @DisplayName("N1 R1 a bad cookie gives a fresh session, and the socket opens")
  default void badCookies(String application) {
    String good = begun(application);
    for (String bad :
        new String[] {
          "session=forged",
          good.substring(0, good.length() - 2) + "AA",
          Tokens.cookie(100, -1, DATA),
          Tokens.signed(Tokens.SECRET, "other", "{}"),
          "session=" + "x".repeat(8000),
          "session="
        }) {
      try (var socket = socket(application, bad, "")) {
        assertThat(socket.ask("size;new")).as(bad).isEqualTo("0,true");
      }
    }
    try (var socket = socket(application, "session=forged; " + good, "")) {
      assertThat(socket.ask("get a")).as("R6").isEqualTo("1");
    }
  }

  @Test
  @DisplayName("N1 W9 a change that no cookie can save throws with the reason")
  default void readOnly() {
    try (var socket = socket("in-cookie", begun("in-cookie"), "")) {
      for (String change :
          new String[] {"put b=2", "remove a", "clear", "renew", "delete", "save"}) {
        assertThat(socket.ask(change)).as(change).contains("onHandshake", "session.store");
      }
      assertThat(socket.ask("get a;size")).isEqualTo("1,1");
    }
  }

  @Test
  @DisplayName("N1 with a store save() works while the socket is open, in both directions")
  default void savesAtOnce() {
    String cookie = begun("in-store");
    try (var socket = socket("in-store", cookie, "")) {
      assertThat(socket.ask("put b=2;save;put c=3;save;get b")).isEqualTo(",,,,2");
      assertThat(client("in-store").script(cookie, "get a;get b;get c").body()).isEqualTo("1,2,3");
      client("in-store").script(cookie, "put a=4");
      assertThat(socket.ask("get a")).isEqualTo("4");
      assertThat(socket.ask("put d=5;get d")).isEqualTo(",5");
      assertThat(socket.ask("get d")).as("not saved").isEqualTo("null");
      assertThat(socket.ask("renew")).contains("cannot be renewed");
    }
    assertThat(client("in-store").script(cookie, "size").body()).isEqualTo("3");
  }

  @Test
  @DisplayName("N1 T4 T8 a session ends for sockets and requests alike, and does not come back")
  default void ended() {
    String cookie = begun("in-store");
    try (var one = socket("in-store", cookie, "");
        var two = socket("in-store", cookie, "")) {
      assertThat(two.ask("get a")).isEqualTo("1");
      assertThat(one.ask("get a;delete;new")).isEqualTo("1,,true");
      assertThat(two.ask("size;new")).isEqualTo("0,true");
      assertThat(two.ask("put b=2;save")).contains("has ended");
    }
    assertThat(client("in-store").script(cookie, "size;new").body()).isEqualTo("0,true");
    String other = begun("in-store");
    try (var socket = socket("in-store", other, "")) {
      client("in-store").script(other, "delete");
      assertThat(socket.ask("put b=2;save"))
          .as("asked for the first time")
          .contains("an existing session");
    }
  }

  @Test
  @DisplayName("N1 with a store an open socket cannot send a first cookie")
  default void storeWithoutCookie() {
    try (var socket = socket("in-store", "", "")) {
      assertThat(socket.ask("size;new")).isEqualTo("0,true");
      assertThat(socket.ask("put b=2")).contains("can no longer be changed");
    }
  }

  @Test
  @DisplayName(
      "N1 T5 T6 a store is called on access only, and a failure shows the client no details")
  default void storeIsDown() {
    var client = client("in-own-store");
    String cookie = client.post("store/put/a", "").pair();
    client.get("store/calls");
    try (var socket = socket("in-own-store", cookie, "")) {
      assertThat(client.get("store/calls").body()).as("by a handshake alone").isEmpty();
      client.post("store/down?is=true", "");
      assertThat(socket.ask("get a")).contains("store");
      try (var late = socket("in-own-store", cookie, "size")) {
        assertThat(late.ask("get a")).as("it opens, and has no session").contains("store");
      }
      client.post("store/down?is=false", "");
      assertThat(socket.ask("get a")).isEqualTo("1");
    }
  }

  @Test
  @DisplayName("N1 N2 a page of another origin opens a socket without a session")
  default void foreignOrigin() {
    String cookie = begun("same-origin");
    URI feed = at("same-origin").resolve("feed?script=put+b=2");
    String own = client("same-origin").origin();
    for (String[] headers :
        new String[][] {
          {"Origin", "https://evil.example"},
          {"Origin", own, "Sec-Fetch-Site", "cross-site"},
          {"Origin", "null"}
        }) {
      try (var socket = new Socket(feed, cookie, headers)) {
        assertThat(socket.ask("size;new")).isEqualTo("0,true");
        assertThat(socket.ask("put c=3")).contains("can no longer be changed");
        assertThat(socket.cookies()).isEmpty();
      }
    }
    try (var socket = new Socket(feed, cookie, "Origin", own)) {
      assertThat(socket.ask("get a;get b")).isEqualTo("1,2");
      assertThat(socket.cookies())
          .singleElement()
          .satisfies(it -> assertThat(it.getSecure()).isTrue());
    }
  }

  @Test
  @DisplayName(
      "N1 W4 a session deleted in the handshake is removed from the browser without a warning")
  default void deletedDuringTheHandshake() {
    for (String application : new String[] {"in-cookie", "in-store"}) {
      for (String end : new String[] {"delete", "remove a"}) {
        try (var socket = socket(application, begun(application), end)) {
          assertThat(socket.ask("size;new")).startsWith("0,");
          assertThat(socket.ask("put b=2")).contains("can no longer be changed");
        }
      }
    }
  }

  @Test
  @DisplayName("N1 concurrent handshakes keep their sessions separate")
  default void together() {
    for (int i = 0; i < 10; i++) {
      String one = "put a=one" + i;
      String two = "put a=two" + i;
      var first = supplyAsync(() -> socket("in-cookie", "", one, "&together=1"));
      var second = supplyAsync(() -> socket("in-cookie", "", two, "&together=1"));
      try (var left = first.join();
          var right = second.join()) {
        assertThat(left.ask("get a")).isEqualTo("one" + i);
        assertThat(right.ask("get a")).isEqualTo("two" + i);
      }
    }
  }

  @Test
  @DisplayName("N1 N5 an endpoint without the configurator gets a message with a remedy")
  default void plainEndpoint() {
    try (var socket = new Socket(at("in-cookie").resolve("plain"), "")) {
      assertThat(socket.ask("?")).contains("configurator = SessionConfigurator.class");
    }
  }
}
