package dev.signet.suite;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** When a cookie is written. */
interface WritingContract {

  Client client();

  /** Returns the log of the server. */
  String log();

  /** Begins a session with a script and returns its cookie. */
  default String begun(String script) {
    return client().script("", script).pair();
  }

  @Test
  @DisplayName("S1 C3 C4 C5 C6 C7 C8 the cookie of a new session, by default")
  default void cookieOfANewSession() {
    assertThat(client().script("", "put a=1").sessionCookie())
        .matches(
            "session=[\\w-]+\\.[\\w-]+\\.[\\w-]{43}; Max-Age=1209600; Path=/; HttpOnly;"
                + " SameSite=Lax");
  }

  @Test
  @DisplayName("C6 Secure follows the request, not the application's SecurityContext")
  default void applicationsSecurityContext() {
    assertThat(client().script("", "put a=1", "X-Claims-To-Be-Secure", "1").sessionCookie())
        .doesNotContain("Secure");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "get a",
        "size",
        "contains a",
        "new",
        "put a=1",
        "remove nothing",
        "put b=1;remove b",
        "put a=2;put a=1",
        "remove a;put a=1",
        "toString",
        ""
      })
  @DisplayName("W1 a request without a change sends no cookie")
  default void noChangeNoCookie(String script) {
    assertThat(client().script(begun("put a=1"), script).sessionCookies()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "get a",
        "size",
        "clear",
        "put a=1;remove a",
        "put a=1;clear",
        "put a=1;delete",
        "save",
        "renew"
      })
  @DisplayName("W1 W4 a session that never reached the browser and is empty sends nothing")
  default void emptyNewSession(String script) {
    assertThat(client().script("", script).sessionCookies()).isEmpty();
  }

  @Test
  @DisplayName("W1 the order of keys is no change")
  default void orderOfKeys() {
    String cookie = client().post("values/order?first=a", "").pair();
    assertThat(client().post("values/order?first=b", "", "Cookie", cookie).sessionCookies())
        .isEmpty();
  }

  @Test
  @DisplayName("W2 a list in the session gets an element without being put again")
  default void listGetsAnElement() {
    String one = client().post("values/list?item=one", "").pair();
    String two = client().post("values/list?item=two", "", "Cookie", one).pair();
    assertThat(client().post("values/list?item=three", "", "Cookie", two).body())
        .isEqualTo("one,two,three");
  }

  @Test
  @DisplayName("W1 a record is read unchanged, without a write")
  default void recordIsRead() {
    var put = client().post("values/user?put=true", "");
    var read = client().post("values/user", "", "Cookie", put.pair());
    assertThat(read.body())
        .isEqualTo(put.body())
        .isEqualTo(
            "6f1b0e1c-6f0a-4c58-8f5e-2f3a6d0c9a11 Ada 2026-11-21T08:00:00Z 3 {admin=[1, 2]}");
    assertThat(read.sessionCookies()).isEmpty();
  }

  @Test
  @DisplayName("W3 save() writes although nothing changed, and renew() starts another token")
  default void saveAndRenew() {
    String cookie = begun("put a=1");
    assertThat(client().script(cookie, "save").sessionCookies()).hasSize(1);
    var renewed = client().script(cookie, "renew;started");
    assertThat(renewed.pair()).isNotEqualTo(cookie);
    assertThat(client().script(renewed.pair(), "get a;started").body())
        .isEqualTo("1" + renewed.body().replaceFirst("^,*", ","));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "remove a",
        "clear",
        "delete",
        "clear;save",
        "delete;save",
        "put b=2;delete",
        "save;delete",
        "renew;clear"
      })
  @DisplayName("W4 an emptied or deleted session expires its cookie with the same attributes")
  default void emptiedSession(String script) {
    assertThat(client().script(begun("put a=1"), script).sessionCookie())
        .isEqualTo(
            "session=; Max-Age=0; Expires=Thu, 01 Jan 1970 00:00:00 GMT; Path=/; HttpOnly;"
                + " SameSite=Lax");
  }

  @ParameterizedTest
  @CsvSource({
    "delete;put b=2, null;2",
    "clear;put b=2, null;2",
    "put b=1;put b=2, 1;2",
    "save;put b=2, 1;2",
    "put b=2;save, 1;2",
    "renew;put b=2, 1;2",
    "delete;save;put b=2, null;2"
  })
  @DisplayName("W5 the last call wins, with one cookie")
  default void lastWordWins(String script, String then) {
    String cookie = client().script(begun("put a=1"), script).pair();
    assertThat(client().script(cookie, "get a;get b").body()).isEqualTo(then.replace(';', ','));
  }

  @Test
  @DisplayName("W5 put after delete() is in a new session")
  default void deletedAndPut() {
    assertThat(client().script(begun("put a=1"), "new;delete;new").body()).isEqualTo("false,,true");
  }

  @Test
  @DisplayName("W6 changes by a response filter are saved")
  default void responseFilter() {
    var reply = client().script(begun("put a=1"), "", "X-Response-Filter", "put b=2");
    assertThat(client().script(reply.pair(), "get a;get b").body()).isEqualTo("1,2");
  }

  @Test
  @DisplayName("W6 changes by an exception mapper are saved")
  default void exceptionMapper() {
    var reply = client().post("script/conflict", "put a=1");
    assertThat(reply.status()).isEqualTo(409);
    assertThat(client().script(reply.pair(), "get a;get mapper").body()).isEqualTo("1,was here");
  }

  @ParameterizedTest
  @ValueSource(ints = {204, 303, 400, 404, 499})
  @DisplayName("W6 W7 changes with a redirect, no content or a client error are saved")
  default void otherStatuses(int status) {
    var reply = client().post("script?status=" + status, "put a=1");
    assertThat(reply.status()).isEqualTo(status);
    assertThat(client().script(reply.pair(), "get a").body()).isEqualTo("1");
  }

  @ParameterizedTest
  @ValueSource(strings = {"put a=2", "clear", "delete", "renew", "save;delete"})
  @DisplayName("W7 a response of 500 and above saves nothing")
  default void serverErrorSavesNothing(String script) {
    String cookie = begun("put a=1");
    for (String path : new String[] {"script?status=500", "script?status=503", "script/throw"}) {
      var reply = client().post(path, script, "Cookie", cookie);
      assertThat(reply.status()).isGreaterThanOrEqualTo(500);
      assertThat(reply.sessionCookies()).as(path).isEmpty();
    }
  }

  @Test
  @DisplayName(
      "W6 W7 H4 an entity that cannot be written gives a new decision for the replacement response")
  default void entityCannotBeWritten() {
    String cookie = begun("put a=1");
    var failed = client().post("values/unwritable?status=500", "", "Cookie", cookie);
    assertThat(failed.status()).isEqualTo(500);
    assertThat(failed.sessionCookies()).isEmpty();
    var mapped = client().post("values/unwritable?status=422", "", "Cookie", cookie);
    assertThat(mapped.status()).isEqualTo(422);
    assertThat(client().script(mapped.pair(), "get a;get half;get mapper").body())
        .isEqualTo("1,done,was here");
  }

  @Test
  @DisplayName("W7 save() saves with a 500, and delete() with save() ends the session")
  default void serverErrorSavesWhatIsAskedFor() {
    String cookie = begun("put a=1");
    String saved = client().post("script?status=500", "put a=2;save", "Cookie", cookie).pair();
    assertThat(client().script(saved, "get a").body()).isEqualTo("2");
    assertThat(client().post("script?status=500", "delete;save", "Cookie", cookie).sessionCookie())
        .contains("Max-Age=0");
  }

  @ParameterizedTest
  @ValueSource(strings = {"async/stage", "async/resume"})
  @DisplayName("W8 an asynchronous resource saves, on a thread without a request scope too")
  default void asynchronousResource(String path) {
    String cookie = begun("put a=1");
    var reply = client().post(path, "get a;put b=2", "Cookie", cookie);
    assertThat(reply.body()).isEqualTo("1,");
    assertThat(client().script(reply.pair(), "get a;get b").body()).isEqualTo("1,2");
    assertThat(client().post(path, "put a=1", "Cookie", cookie).sessionCookies()).isEmpty();
  }

  @Test
  @DisplayName("W8 server-sent events save changes made before the first event")
  default void serverSentEvents() {
    var reply = client().post("async/sse", "put a=1");
    assertThat(reply.body()).contains("data: told");
    assertThat(client().script(reply.pair(), "get a").body()).isEqualTo("1");
  }

  @Test
  @DisplayName("W9 a change in a StreamingOutput throws with a remedy, and reading goes on")
  default void changeInAStream() {
    var changed = client().post("async/stream", "put a=1|put a=2");
    assertThat(changed.body()).contains("the response has been decided", "before you return");
    assertThat(client().script(changed.pair(), "get a").body()).isEqualTo("1");
    assertThat(client().post("async/stream", "put a=1|get a").body()).isEqualTo("1");
    assertThat(client().post("async/stream", "|get a").body())
        .contains("not used before", "Use the session before");
  }

  @Test
  @DisplayName("W10 other cookies of the response stay")
  default void otherCookiesStay() {
    var text =
        client()
            .post("headers?header=Set-Cookie:theme%3Ddark&header=Set-Cookie:lang%3Den", "put a=1");
    assertThat(text.setCookies()).hasSize(3).contains("theme=dark", "lang=en");
    var object = client().post("headers/cookie?name=theme", "put a=1");
    assertThat(object.setCookies()).hasSize(2).anyMatch(cookie -> cookie.startsWith("theme="));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"headers?header=Set-Cookie:session%3Dof-the-app", "headers/cookie?name=session"})
  @DisplayName(
      "W10 a cookie of the same name by the application is replaced if the session is written")
  default void cookieOfTheSameName(String path) {
    assertThat(client().post(path, "put a=1").sessionCookie()).doesNotContain("of-the-app");
    assertThat(client().post(path, "").sessionCookie()).contains("of-the-app");
  }

  @ParameterizedTest
  @ValueSource(strings = {"Path=/elsewhere", "Path=/;Domain=example.org"})
  @DisplayName("W10 a cookie of the same name with another path or domain stays")
  default void cookieOfTheSameNameElsewhere(String attributes) {
    String set = URLEncoder.encode("Set-Cookie:session=of-the-app;" + attributes, UTF_8);
    assertThat(client().post("headers?header=" + set, "put a=1").sessionCookies())
        .hasSize(2)
        .anyMatch(cookie -> cookie.startsWith("session=of-the-app"));
  }

  @Test
  @DisplayName("W11 a session that is too large is never sent, and the client sees no names")
  default void tooLarge() {
    String cookie = begun("put a=1");
    var put = client().script(cookie, "put b=2;fill secret-name=5000");
    assertThat(put.status()).isEqualTo(500);
    assertThat(put.sessionCookies()).isEmpty();
    assertThat(put.body()).doesNotContain("secret-name");
    var grown = client().post("values/grow", "", "Cookie", cookie);
    assertThat(grown.status()).isEqualTo(500);
    assertThat(grown.sessionCookies()).isEmpty();
    assertThat(grown.body()).doesNotContain("secret-list", "never sent");
    assertThat(log()).contains("'secret-name'", "'secret-list'");
    assertThat(client().script(cookie, "get a").body()).isEqualTo("1");
  }

  @Test
  @DisplayName("W12 a value that cannot become JSON is an error, and nothing is written")
  default void noJson() {
    var reply = client().post("values/object", "");
    assertThat(reply.status()).isEqualTo(500);
    assertThat(reply.sessionCookies()).isEmpty();
    assertThat(reply.body()).doesNotContain("worker");
    assertThat(log()).contains("'worker'");
  }

  @ParameterizedTest
  @ValueSource(strings = {"lambda", "exception", "thread", "class", "nan", "digits", "key"})
  @DisplayName("V1 V3 W12 K2 a value that would not come back is refused and writes nothing")
  default void valueThatIsLostIsRefused(String kind) {
    String cookie = begun("put a=1");
    var reply = client().post("kinds/lost?kind=" + kind, "", "Cookie", cookie);
    assertThat(reply.body()).startsWith("Attribute 'lost' of type ").contains("cannot become JSON");
    assertThat(reply.sessionCookies()).isEmpty();
  }

  @Test
  @DisplayName("V2 numbers keep their value when a neighbour is changed without a type")
  default void numbersKeepTheirValue() {
    String put = client().post("kinds/numbers?step=put", "").pair();
    var changed = client().post("kinds/numbers?step=change", "", "Cookie", put);
    assertThat(client().post("kinds/numbers?step=read", "", "Cookie", changed.pair()).body())
        .contains("exact=1234567890.12345678901234567890", "other=1");
  }

  @Test
  @DisplayName("V4 V5 a type of a registered Jackson module and a set of constants come back")
  default void registeredTypeComesBack() {
    var put = client().post("kinds/known?put=true", "");
    assertThat(put.body()).isEqualTo("150 EUR true");
    assertThat(client().post("kinds/known", "", "Cookie", put.pair()).body()).isEqualTo(put.body());
  }

  @Test
  @DisplayName("K1 a read of the wrong type shows the client neither name nor value")
  default void wrongType() {
    String cookie = begun("put name=value-of-it");
    var reply = client().post("values/wrong-type?key=name", "", "Cookie", cookie);
    assertThat(reply.status()).isEqualTo(500);
    assertThat(reply.body()).doesNotContain("name", "value-of-it");
    assertThat(log()).contains("'name' cannot be read").doesNotContain("value-of-it");
  }
}
