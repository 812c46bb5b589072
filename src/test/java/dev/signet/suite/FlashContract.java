package dev.signet.suite;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Flash values over HTTP, with sessions in the cookie or on the server. */
interface FlashContract {

  Client client();

  @Test
  @DisplayName("L8 a flash value survives a redirect, other requests and failed ones until read")
  default void flashStaysUntilRead() {
    var redirect = client().post("script?status=303", "flash notice=Saved");
    assertThat(redirect.status()).isEqualTo(303);
    String cookie = redirect.pair();
    assertThat(client().get("headers", "Cookie", cookie).setCookies()).isEmpty();
    assertThat(client().get("no/such/path", "Cookie", cookie).setCookies()).isEmpty();
    assertThat(client().script(cookie, "get a;size").sessionCookies()).isEmpty();
    for (String path : new String[] {"script?status=500", "script/throw"}) {
      var failed = client().post(path, "take notice", "Cookie", cookie);
      assertThat(failed.status()).isEqualTo(500);
      assertThat(failed.sessionCookies()).isEmpty();
    }
    cookie = client().script(cookie, "put a=1").pair();
    var read = client().script(cookie, "take notice;take notice;get a;size");
    assertThat(read.body()).isEqualTo("Saved,Saved,1,1");
    assertThat(read.header("Vary")).isEqualTo("cookie");
    var later = client().script(read.pair(), "take notice;get a");
    assertThat(later.body()).isEqualTo("null,1");
    assertThat(later.sessionCookies()).isEmpty();
  }

  @Test
  @DisplayName("L8 W4 the cookie expires if the flash value that is read was all it had")
  default void flashIsAll() {
    String cookie = client().script("", "flash notice=Saved").pair();
    assertThat(client().script(cookie, "take notice").sessionCookie()).contains("Max-Age=0");
    String afterLogOut = client().script(cookie, "delete;flash notice=Good-bye").pair();
    assertThat(client().script(afterLogOut, "take notice").body()).isEqualTo("Good-bye");
  }
}
