package dev.signet.suite;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Session beans over HTTP, with sessions in the cookie or on the server. */
interface BeanContract {

  Client client();

  private Reply beans(String cookie, String script) {
    return client().post("beans", script, Client.with(cookie));
  }

  private String filled() {
    return beans("", "add egg").pair();
  }

  @Test
  @DisplayName("L9 W2 a bean is saved without a key and without put")
  default void beanIsSaved() {
    var second = beans(filled(), "add milk;items");
    assertThat(second.body()).isEqualTo("[egg, milk]");
    assertThat(second.header("Vary")).isEqualTo("cookie");
    var third = beans(second.pair(), "items;state;names");
    assertThat(third.body()).isEqualTo("[egg, milk]; 0 calls, 1 attributes; [cart]");
  }

  @ParameterizedTest
  @ValueSource(strings = {"items", "state", "theme", "items;theme;names"})
  @DisplayName("L9 W1 a bean that is called and not changed sends no cookie")
  default void unchangedBean(String script) {
    assertThat(beans("", script).sessionCookies()).isEmpty();
    assertThat(beans(filled(), script).sessionCookies()).isEmpty();
  }

  @Test
  @DisplayName("L9 H1 H3 a bean that is injected and not called does not touch the session")
  default void uncalledBean() {
    var reply = beans(filled(), "trace");
    assertThat(reply.body()).isEmpty();
    assertThat(reply.header("Vary")).isEmpty();
    assertThat(reply.setCookies()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "add milk;delete, []",
    "delete;add milk, [milk]",
    "clear;add milk, [milk]",
    "remove cart;add milk, [milk]",
    "add milk;save, '[egg, milk]'"
  })
  @DisplayName("L9 W5 the last call on a bean or its session wins, with one cookie")
  default void lastCallOnBeanWins(String script, String items) {
    var reply = beans(filled(), script);
    assertThat(reply.sessionCookies()).hasSize(1);
    String cookie = reply.sessionCookie().contains("Max-Age=0") ? "" : reply.pair();
    assertThat(beans(cookie, "items").body()).isEqualTo(items);
  }

  @Test
  @DisplayName("L9 W4 the session of a bean that is removed expires its cookie")
  default void removedBean() {
    assertThat(beans(filled(), "remove cart").sessionCookie()).contains("Max-Age=0");
    assertThat(beans("", "add egg;remove cart").sessionCookies()).isEmpty();
  }

  @Test
  @DisplayName("L9 W7 a response of 500 does not save a bean")
  default void failedRequestWithBean() {
    String cookie = filled();
    var failed = client().post("beans?status=500", "add milk", "Cookie", cookie);
    assertThat(failed.sessionCookies()).isEmpty();
    assertThat(beans(cookie, "items").body()).isEqualTo("[egg]");
  }

  @Test
  @DisplayName("L9 only the fields of a bean are written, without injected and transient ones")
  default void stateOfABean() {
    String cookie = beans(filled(), "paint dark").pair();
    assertThat(beans(cookie, "json;theme;names").body())
        .isEqualTo("{items=[egg]}; dark; [cart, prefs]");
    String intercepted = beans(cookie, "traced milk").pair();
    assertThat(beans(intercepted, "json").body()).isEqualTo("{items=[egg, milk]}");
  }

  @Test
  @DisplayName("L9 V1 the proxy of a bean is refused as a value")
  default void proxyOfABean() {
    var reply = beans("", "copy");
    assertThat(reply.body())
        .startsWith("Attribute 'copy' of type ")
        .contains("is the proxy of a session bean, which is saved without put");
    assertThat(reply.sessionCookies()).isEmpty();
  }

  @Test
  @DisplayName("L9 callbacks, interceptors and observers of a bean are called as in other scopes")
  default void lifeOfABean() {
    assertThat(beans(filled(), "items;add milk;trace").body()).endsWith("; constructed");
    assertThat(beans(filled(), "traced milk;items;trace").body())
        .isEqualTo("[egg, milk]; constructed, call of addTraced");
    var event = beans(filled(), "event tea;items;trace");
    assertThat(event.body()).isEqualTo("[egg, tea]; constructed");
    assertThat(beans(event.pair(), "items;delete;trace").body())
        .isEqualTo("[egg, tea]; constructed, destroyed with [egg, tea]");
    assertThat(beans(filled(), "items;clear;items;trace").body())
        .isEqualTo("[egg]; []; constructed, destroyed with [egg], constructed");
  }

  @Test
  @DisplayName("L9 N5 without a request, the message of a bean says why and what to do")
  default void beanOnAnotherThread() {
    assertThat(beans("", "elsewhere").body())
        .startsWith("There is no session here")
        .contains("Read the values", "pass them on");
  }

  @Test
  @DisplayName("L9 W11 a bean that is too large for the cookie is never sent")
  default void beanTooLarge() {
    String cookie = filled();
    var reply = beans(cookie, "fill 5000");
    assertThat(reply.status()).isEqualTo(500);
    assertThat(reply.sessionCookies()).isEmpty();
    assertThat(beans(cookie, "items").body()).isEqualTo("[egg]");
  }
}
