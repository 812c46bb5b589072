package dev.signet.core;

import static dev.signet.core.TestApplication.EXPIRED;
import static dev.signet.core.TestApplication.START;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class SaveRenewDeleteTest {

  private static final Duration HOUR = Duration.ofHours(1);

  private final TestApplication application = new TestApplication();

  @BeforeEach
  void earlier() {
    application.visit(session -> session.put("name", "Ada"));
  }

  @Test
  @DisplayName("W1 a new session with content is sent with all its attributes")
  void newSessionIsSent() {
    assertThat(new TestApplication().visit(session -> session.put("name", "Ada")))
        .hasValueSatisfying(
            setCookie ->
                assertThat(setCookie)
                    .matches(
                        "session=[\\w-]+\\.[\\w-]+\\.[\\w-]+; Max-Age=1209600; Path=/; HttpOnly;"
                            + " SameSite=Lax"));
  }

  @Test
  @DisplayName("W3 save() writes although nothing changed, and prolongs the session")
  void saveProlongs() {
    application.clock.advance(HOUR);
    RequestSession session = application.request();

    session.save();

    assertThat(application.respond(session)).isPresent();
    assertThat(application.payload())
        .isEqualTo(payload(START.plus(HOUR).getEpochSecond(), "\"name\":\"Ada\""));
  }

  private static String payload(long now, String data) {
    return TestApplication.claims(now, now + 1_209_600, START.getEpochSecond(), "{" + data + "}");
  }

  @Test
  @DisplayName("W3 save() after put also saves with a 500")
  void saveSavesInSpiteOfAnError() {
    RequestSession session = application.request();
    session.put("attempts", 1);
    session.save();

    assertThat(application.fail(session)).isPresent();
    assertThat(application.request()).containsEntry("attempts", 1);
  }

  @Test
  @DisplayName("W3 renew() keeps data and createdAt, and the token differs within one second")
  void renewMakesAnotherToken() {
    String before = application.cookieHeader();

    application.visit(session -> session.renew());
    String first = application.cookieHeader();
    application.visit(session -> session.renew());

    assertThat(application.cookieHeader()).isNotEqualTo(first).isNotEqualTo(before);
    assertThat(first).isNotEqualTo(before);
    assertThat(application.request()).isEqualTo(Map.of("name", "Ada"));
    assertThat(application.request().isNew()).isFalse();
  }

  @Test
  @DisplayName("W3 a renewed token has an ID of 96 random bits")
  void renewedTokenHasAnId() {
    application.visit(session -> session.renew());

    assertThat(application.payload())
        .containsPattern(Pattern.compile(",\"jti\":\"[\\w-]{16}\",\"data\""));
  }

  @Test
  @DisplayName("W3 renew() keeps createdAt")
  void renewKeepsStartedAt() {
    application.clock.advance(HOUR);

    application.visit(session -> session.renew());

    assertThat(application.request().createdAt()).isEqualTo(START);
    assertThat(application.request().expiresAt())
        .contains(START.plus(HOUR).plus(TestApplication.TWO_WEEKS));
  }

  @Test
  @DisplayName("W4 W5 put after delete() starts a new session")
  void putAfterDeleteIsInANewSession() {
    application.clock.advance(HOUR);

    application.visit(
        session -> {
          session.delete();
          assertThat(session).isEmpty();
          assertThat(session.isNew()).isTrue();
          assertThat(session.expiresAt()).isEmpty();
          session.put("name", "Ada");
        });

    assertThat(application.request().createdAt()).isEqualTo(START.plus(HOUR));
    assertThat(application.request()).isEqualTo(Map.of("name", "Ada"));
  }

  @Test
  @DisplayName("W4 delete() without a cookie sends nothing, and removes an invalid cookie")
  void deleteRemovesABadCookie() {
    RequestSession none = application.request((String) null);
    none.delete();
    RequestSession bad = application.request("session=bad");
    bad.delete();

    assertThat(none.decide(false)).isEmpty();
    assertThat(bad.decide(false)).contains(EXPIRED);
  }

  @Test
  @DisplayName("W4 a cookie set over HTTPS expires with Secure")
  void expiresAsItWasSet() {
    RequestSession put = application.secureRequest();
    put.put("name", "Eve");
    RequestSession deleted = application.secureRequest();
    deleted.delete();
    String attributes = "; Path=/; Secure; HttpOnly; SameSite=Lax";

    assertThat(put.decide(false)).get().asString().endsWith(attributes);
    assertThat(deleted.decide(false)).get().asString().endsWith(attributes);
  }

  @Test
  @DisplayName("W7 a 500 saves neither changes nor a deletion")
  void serverErrorSavesNothing() {
    RequestSession changed = application.request();
    changed.put("name", "Eve");
    RequestSession deleted = application.request();
    deleted.delete();

    assertThat(application.fail(changed)).isEmpty();
    assertThat(application.fail(deleted)).isEmpty();
    assertThat(application.request()).isEqualTo(Map.of("name", "Ada"));
  }

  @Test
  @DisplayName("W3 W4 a session without content is not written, and save() expires its cookie")
  void emptySessionIsNeverWritten() {
    application.keepTokenOf(application.claims("{}"));

    assertThat(application.visit(session -> assertThat(session).isEmpty())).isEmpty();
    assertThat(application.visit(session -> session.save())).contains(EXPIRED);
  }

  @Test
  @DisplayName(
      "N2 discard() drops changes, including changes inside values, renew(), save() and delete()")
  void discard() {
    application.visit(session -> session.put("list", List.of("a")));
    List<Consumer<RequestSession>> changes =
        List.of(
            session -> session.put("other", 1),
            session -> session.get("list", new ArrayList<>()).add("b"),
            RequestSession::renew,
            RequestSession::save,
            RequestSession::clear,
            RequestSession::delete);
    for (var change : changes) {
      RequestSession refused = application.request();
      change.accept(refused);
      refused.discard();
      assertThat(refused.get("list")).isEqualTo(List.of("a"));
      assertThat(refused.decide(false)).isEmpty();
    }
  }
}
