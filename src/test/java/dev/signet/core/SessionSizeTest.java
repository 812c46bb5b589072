package dev.signet.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.signet.SessionTooLargeException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Base64 makes some lengths impossible; with a max-age of so many digits both 4096 and 4097 bytes
 * are possible.
 */
@ParameterizedClass(name = "encrypted: {0}")
@ValueSource(booleans = {false, true})
class SessionSizeTest {

  private final TestApplication application;

  /** The longest text that fits. */
  private String fitting = "";

  SessionSizeTest(boolean encrypted) {
    application =
        new TestApplication(
            new ExpirationPolicy(Duration.ofDays(10), true, false, null), encrypted);
  }

  @BeforeEach
  void findWhatFits() {
    int length = 2000;
    while (fits("x".repeat(length + 1))) {
      length++;
    }
    fitting = "x".repeat(length);
  }

  private boolean fits(String text) {
    try {
      application.request().put("text", text);
      return true;
    } catch (SessionTooLargeException e) {
      return false;
    }
  }

  @Test
  @DisplayName("W11 a cookie of 4096 bytes is sent, and read again")
  void cookieOf4096BytesIsSent() {
    assertThat(application.visit(session -> session.put("text", fitting)))
        .hasValueSatisfying(setCookie -> assertThat(setCookie).hasSize(4096));

    assertThat(application.request()).isEqualTo(Map.of("text", fitting));
  }

  @Test
  @DisplayName("W11 put refuses a cookie of 4097 bytes")
  void cookieOf4097BytesIsRefusedByPut() {
    RequestSession session = application.request();

    assertThatExceptionOfType(SessionTooLargeException.class)
        .isThrownBy(() -> session.put("text", fitting + "x"))
        .satisfies(refused -> assertThat(refused.size()).isEqualTo(4097))
        .satisfies(refused -> assertThat(refused.limit()).isEqualTo(4096));
  }

  @Test
  @DisplayName("W11 save() refuses a value that grew after put")
  void grownValueIsRefusedBySave() {
    RequestSession session = application.request();
    var text = new StringBuilder(fitting);
    session.put("text", text);
    session.save();

    text.append('x');

    assertThatExceptionOfType(SessionTooLargeException.class)
        .isThrownBy(session::save)
        .satisfies(refused -> assertThat(refused.size()).isEqualTo(4097));
  }

  @Test
  @DisplayName("W11 the decision refuses a value that grew after put, and sends nothing")
  void grownValueIsRefusedAtTheDecision() {
    application.visit(session -> session.put("name", "Ada"));
    RequestSession session = application.request();
    session.clear();
    var text = new StringBuilder(fitting);
    session.put("text", text);

    text.append('x');

    assertThatExceptionOfType(SessionTooLargeException.class)
        .isThrownBy(() -> session.decide(false))
        .satisfies(refused -> assertThat(refused.size()).isEqualTo(4097));
    assertThat(session.decide(false)).isEmpty();
    assertThat(application.request()).isEqualTo(Map.of("name", "Ada"));
  }

  @Test
  @DisplayName("W11 R7 a reseal that does not fit leaves the cookie unchanged")
  void unaskedRewriteThatDoesNotFit() {
    application.visit(session -> session.put("text", fitting));
    application.deployWith(TestApplication.OLD_KEY, TestApplication.KEY);
    RequestSession session = application.secureRequest();

    assertThat(session).isEqualTo(Map.of("text", fitting));
    assertThat(session.decide(false)).as("Secure would be too much").isEmpty();
    assertThat(application.request()).isEqualTo(Map.of("text", fitting));
  }

  @Test
  @DisplayName("W11 the message names the size, the limit and the largest attributes")
  void messageNamesTheLargest() {
    RequestSession session = application.request();
    session.put("small", 1);
    session.put("medium", "m".repeat(198));
    session.put("large", "l".repeat(998));

    var refused =
        Objects.requireNonNull(
            catchThrowableOfType(
                SessionTooLargeException.class, () -> session.put("huge", "h".repeat(2998))));

    assertThat(refused)
        .hasMessageContaining("would have " + refused.size() + " bytes")
        .hasMessageContaining("at most 4096")
        .hasMessageContaining(
            "Largest attributes: 'huge' (3000 bytes), 'large' (1000 bytes), 'medium' (200 bytes).")
        .hasMessageNotContainingAny("hhh", "lll", "mmm", "small");
  }

  @Test
  @DisplayName("W11 a refused put leaves the session unchanged")
  void refusedPutChangesNothing() {
    application.visit(session -> session.putAll(Map.of("text", "short", "other", 1)));
    RequestSession session = application.request();

    assertThatExceptionOfType(SessionTooLargeException.class)
        .isThrownBy(() -> session.put("text", fitting));
    assertThatExceptionOfType(SessionTooLargeException.class)
        .isThrownBy(() -> session.put("third", fitting));

    assertThat(session).isEqualTo(Map.of("text", "short", "other", 1));
    assertThat(application.respond(session)).isEmpty();
  }

  @Test
  @DisplayName("W11 Secure and the ID of a renewed token count towards the size")
  void everythingCounts() {
    var secure =
        catchThrowableOfType(
            SessionTooLargeException.class, () -> application.secureRequest().put("text", fitting));
    RequestSession renewed = application.request();
    renewed.renew();
    var withId =
        catchThrowableOfType(SessionTooLargeException.class, () -> renewed.put("text", fitting));

    assertThat(secure.size()).isEqualTo(4096 + "; Secure".length());
    assertThat(withId.size()).isEqualTo(4096 + ",\"jti\":\"0123456789abcdef\"".length() * 4 / 3);
  }

  @Test
  @DisplayName("W11 names count by their written form, for all characters")
  void namesCount() {
    for (String name : List.of("four", "täxt", "a\"b\\c", "\n\u0001", "\uD83C\uDF6A", "")) {
      int length = 2000;
      RequestSession session = application.request();
      try {
        while (length < 4000) {
          session.put(name, "x".repeat(length + 1));
          length++;
        }
      } catch (SessionTooLargeException e) {
        assertThat(e.size()).as(name).isBetween(4097, 4098);
      }
      assertThat(session.decide(false)).get().asString().as(name).hasSizeBetween(4095, 4096);
    }
  }

  @Test
  @DisplayName("W11 removing an attribute or a part of a value makes room")
  void roomThatWasMadeIsThere() {
    application.visit(
        session -> session.put("text", new ArrayList<>(List.of(fitting.substring(2)))));

    RequestSession removed = application.request();
    removed.remove("text");
    removed.put("other", fitting.substring(1));
    RequestSession emptied = application.request();
    emptied.get("text", List.of()).clear();
    emptied.put("other", "x".repeat(2000));
    RequestSession replaced = application.request();
    replaced.put("text", fitting);

    assertThat(removed.decide(false)).isPresent();
    assertThat(emptied.decide(false)).isPresent();
    assertThat(replaced.decide(false)).isPresent();
  }

  @Test
  @DisplayName("W11 put counts the page to return to after the log-in")
  void requestedPageCounts() {
    RequestSession session = application.request();
    session.setRequestedPage("/" + "p".repeat(900));
    int length = 2500;
    while (length > 0 && !fits(session, "x".repeat(length))) {
      length--;
    }
    assertThat(application.respond(session)).isPresent();
  }

  private static boolean fits(RequestSession session, String text) {
    try {
      session.put("a", text);
      return true;
    } catch (SessionTooLargeException e) {
      return false;
    }
  }
}
