package dev.signet.suite;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Headers, places, and what stands beside the filters. */
interface HttpContract {

  Client client();

  /** Returns the log of the server. */
  String log();

  private String begun() {
    return client().script("", "put a=1").pair();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"get a", "size", "contains a", "new", "started", "put a=1", "put a=2", "clear"})
  @DisplayName("H1 any access adds Cookie to Vary")
  default void accessVaries(String script) {
    assertThat(client().script(begun(), script).header("Vary")).isEqualTo("cookie");
    assertThat(client().script("", script).header("Vary")).isEqualTo("cookie");
  }

  @Test
  @DisplayName("H1 H3 an untouched session leaves no trace, and toString is no access")
  default void untouched() {
    client().get("places/rejections");
    for (var reply :
        new Reply[] {
          client().get("headers", "Cookie", begun()),
          client().get("headers", "Cookie", "session=bad"),
          client().script("session=bad", "toString")
        }) {
      assertThat(reply.header("Vary")).isEmpty();
      assertThat(reply.header("Cache-Control")).isEmpty();
      assertThat(reply.setCookies()).isEmpty();
    }
    assertThat(client().get("places/rejections").body()).as("nothing was verified").isEqualTo("[]");
  }

  @Test
  @DisplayName("H1 Vary is merged with the existing header, and * stays")
  default void varyIsMerged() {
    assertThat(client().post("headers?header=Vary:Accept-Encoding", "size").header("Vary"))
        .isEqualTo("accept-encoding, cookie");
    assertThat(client().post("headers?header=Vary:cookie", "size").header("Vary"))
        .isEqualTo("cookie");
    assertThat(client().post("headers?header=Vary:*", "size").header("Vary")).isEqualTo("*");
  }

  @Test
  @DisplayName("H1 error responses have Vary too")
  default void varyOnErrors() {
    assertThat(client().post("script?status=500", "put a=1").header("Vary")).isEqualTo("cookie");
    assertThat(client().post("values/grow", "").header("Vary")).isEqualTo("cookie");
  }

  @Test
  @DisplayName(
      "H1 a response with the cookie forbids caches to store it unless the header is stricter")
  default void cacheControl() {
    assertThat(client().script("", "put a=1").header("Cache-Control"))
        .contains("no-cache=\"set-cookie\"");
    assertThat(client().script(begun(), "delete").header("Cache-Control"))
        .contains("no-cache=\"set-cookie\"");
    assertThat(client().script(begun(), "get a").header("Cache-Control")).isEmpty();
    assertThat(
            client()
                .post("headers?header=Cache-Control:no-store", "put a=1")
                .header("Cache-Control"))
        .contains("no-store")
        .doesNotContain("no-cache=\"set-cookie\"");
  }

  @Test
  @DisplayName("H2 a public response with the cookie becomes private")
  default void publicResponse() {
    String path = "headers?header=Cache-Control:public,%20max-age%3D60";
    assertThat(client().post(path, "put a=1").header("Cache-Control"))
        .contains("private", "max-age=60")
        .doesNotContain("public");
    assertThat(log()).contains("it is made private");
    assertThat(client().post(path, "size").header("Cache-Control")).contains("public");
  }

  @ParameterizedTest
  @ValueSource(strings = {"CDN-Cache-Control", "Cloudflare-CDN-Cache-Control", "Surrogate-Control"})
  @DisplayName("H2 a response with the cookie is not stored by a content delivery network")
  default void edgeCaches(String name) {
    String path = "headers?header=" + name + ":max-age%3D60";
    assertThat(client().post(path, "put a=1").header(name)).isEqualTo("no-store");
    assertThat(client().post(path, "size").header(name)).isEqualTo("max-age=60");
    assertThat(client().post("headers?header=" + name + ":private", "put a=1").header(name))
        .isEqualTo("private");
  }

  @Test
  @DisplayName("H4 one session in filters, resources, sub-resources and beans of any scope")
  default void everywhereTheSame() {
    String cookie = begun();
    var filter = client().script(cookie, "get early", "X-Request-Filter", "put early=bird");
    assertThat(filter.body()).isEqualTo("bird");
    var bean = client().get("places/bean/ada", "Cookie", cookie);
    assertThat(bean.body()).isEqualTo("adaada");
    assertThat(client().script(bean.pair(), "get resource;get greeted").body())
        .isEqualTo("ada,ada");
    var sub = client().get("places/sub", "Cookie", cookie);
    assertThat(client().script(sub.pair(), "get sub;get a").body()).isEqualTo("was here,1");
    assertThat(client().get("places/equality", "Cookie", cookie).body())
        .isEqualTo("true true true");
  }

  @Test
  @DisplayName("H4 sessions are never shared between concurrent requests")
  default void neverShared() {
    var names = IntStream.range(0, 200).mapToObj(i -> "client" + i).toList();
    assertThat(names.parallelStream().map(name -> client().get("places/bean/" + name).body()))
        .containsExactlyElementsOf(names.stream().map(name -> name + name).toList());
  }

  @Test
  @DisplayName("H5 a 404 works with, without and beside a bad session; filters may use it there")
  default void notFound() {
    for (String cookie : new String[] {"", begun(), "session=bad"}) {
      var reply = client().get("no/such/path", Client.with(cookie));
      assertThat(reply.status()).isEqualTo(404);
      assertThat(reply.setCookies()).isEmpty();
    }
    var reply = client().get("no/such/path", "X-Response-Filter", "put missed=1");
    assertThat(reply.status()).isEqualTo(404);
    assertThat(client().script(reply.pair(), "get missed").body()).isEqualTo("1");
  }

  @Test
  @DisplayName("H5 a request that a filter aborts saves what the filters changed")
  default void aborted() {
    var reply =
        client().script(begun(), "put never=1", "X-Request-Filter", "put b=2", "X-Abort", "401");
    assertThat(reply.status()).isEqualTo(401);
    assertThat(client().script(reply.pair(), "get a;get b;get never").body()).isEqualTo("1,2,null");
  }

  @Test
  @DisplayName("S1 the manager loads and saves explicitly, without a second cookie")
  default void manager() {
    var text = client().post("manager/text", "get a;put b=2", "Cookie", begun());
    assertThat(text.body()).isEqualTo("1,");
    assertThat(client().script(text.pair(), "get a;get b").body()).isEqualTo("1,2");
    var request = client().script(begun(), "get a;get b", "X-Manager", "put b=2");
    assertThat(request.body()).isEqualTo("1,2");
    assertThat(request.header("Vary")).isEqualTo("cookie");
    assertThat(client().script(request.pair(), "get b").body()).isEqualTo("2");
    var failed = client().post("script?status=500", "put b=3", "X-Manager", "");
    assertThat(client().script(failed.pair(), "get b").body()).isEqualTo("3");
    var injected = client().post("manager/injected", "put b=2", "Cookie", begun());
    assertThat(injected.body()).startsWith("same, then The session can no longer be changed");
    assertThat(client().script(injected.pair(), "get b;get late").body()).isEqualTo("2,null");
    assertThat(client().post("manager/text", "get a", "Cookie", begun()).setCookies()).isEmpty();
  }

  @Test
  @DisplayName("N5 on a thread without a request the message is Signet's and has a remedy")
  default void anotherThread() {
    assertThat(client().post("async/elsewhere", "").body())
        .startsWith("Session[of the current request]: There is no session here")
        .contains("Read the values", "pass them on");
  }
}
