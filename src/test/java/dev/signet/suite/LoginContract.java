package dev.signet.suite;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Log-ins over HTTP, with sessions in the cookie or on the server. */
interface LoginContract {

  Client client();

  @Test
  @DisplayName("L1 logIn, caller, confirm and delete over HTTP")
  default void logInAndOut() {
    assertThat(client().script("", "caller").body()).isEqualTo("nobody");
    String anonymous = client().script("", "put cart=book").pair();
    var login = client().script(anonymous, "login ada staff;caller");
    assertThat(login.body()).isEqualTo(",ada [staff]");
    assertThat(login.header("Vary")).isEqualTo("cookie");
    var later = client().script(login.pair(), "caller;get cart;size");
    assertThat(later.body()).isEqualTo("ada [staff],book,1");
    assertThat(later.header("Vary")).isEqualTo("cookie");
    assertThat(later.setCookies()).isEmpty();
    var confirmed = client().script(login.pair(), "confirm");
    assertThat(client().script(confirmed.pair(), "caller").body()).isEqualTo("ada [staff]");
    var out = client().script(confirmed.pair(), "delete;caller");
    assertThat(out.body()).isEqualTo(",nobody");
    assertThat(out.sessionCookie()).contains("Max-Age=0");
  }
}
