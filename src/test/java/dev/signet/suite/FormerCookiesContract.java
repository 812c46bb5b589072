package dev.signet.suite;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** An application whose cookie had the path {@code /old} and the domain {@code example.com}. */
interface FormerCookiesContract {

  List<String> OPTIONS =
      List.of("session.former-paths=/old,/old", "session.former-domains=host-only, example.com");

  Client client();

  /** Returns the path of the cookie. */
  String path();

  /** Returns the headers that delete the former cookies. */
  private List<String> deletions() {
    return List.of(
        deletion(path() + "; Domain=example.com"),
        deletion("/old"),
        deletion("/old; Domain=example.com"));
  }

  private static String deletion(String path) {
    return ("session=; Max-Age=0; Expires=Thu, 01 Jan 1970 00:00:00 GMT; Path=%s; HttpOnly;"
            + " SameSite=Lax")
        .formatted(path);
  }

  @Test
  @DisplayName("W14 a response that sets the cookie deletes those with former paths and domains")
  default void setCookie() {
    List<String> cookies = client().script("", "put name=Ada").sessionCookies();

    assertThat(cookies).hasSize(4).containsAll(deletions());
    assertThat(cookies.get(0)).startsWith("session=ey").contains("; Path=" + path() + ";");
  }

  @Test
  @DisplayName("W14 a log-out deletes those with former paths and domains")
  default void deleted() {
    String pair = pair(client().script("", "put name=Ada"));

    List<String> cookies = client().script(pair, "delete").sessionCookies();

    assertThat(cookies).hasSize(4).containsAll(deletions()).contains(deletion(path()));
  }

  @ParameterizedTest
  @ValueSource(strings = {"noop", "get name", "put name=Ada"})
  @DisplayName("W1 W14 a response without the cookie deletes nothing")
  default void untouched(String script) {
    String pair = pair(client().script("", "put name=Ada"));

    assertThat(client().script(pair, script).setCookies()).isEmpty();
  }

  private static String pair(Reply reply) {
    String cookie = reply.sessionCookies().get(0);
    return cookie.substring(0, cookie.indexOf(';'));
  }
}
