package dev.signet.core;

import static dev.signet.core.TestApplication.EXPIRED;
import static dev.signet.core.TestApplication.KEY;
import static dev.signet.core.TestApplication.OLD_KEY;
import static org.assertj.core.api.Assertions.assertThat;

import dev.signet.SessionEvent.RejectionReason;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.ValueSource;

/** For signed and for encrypted tokens. */
@ParameterizedClass(name = "encrypted: {0}")
@ValueSource(booleans = {false, true})
class KeyRotationTest {

  private final TestApplication application;

  KeyRotationTest(boolean encrypted) {
    application = new TestApplication(encrypted);
  }

  @BeforeEach
  void writtenUnderTheOldKey() {
    application.deployWith(OLD_KEY);
    application.visit(session -> session.put("name", "Ada"));
    application.deployWith(KEY, OLD_KEY);
    application.clock.advance(Duration.ofHours(1));
  }

  @Test
  @DisplayName("R7 a session under a retired key is read and written under the current one")
  void sessionOfARetiredKeyIsResealed() {
    assertThat(application.visit(session -> assertThat(session).containsEntry("name", "Ada")))
        .isPresent();

    application.deployWith(KEY);
    assertThat(application.request()).isEqualTo(Map.of("name", "Ada"));
    assertThat(application.request().createdAt()).isEqualTo(TestApplication.START);
    assertThat(application.visit(session -> assertThat(session).hasSize(1))).isEmpty();
    assertThat(application.refusals()).isEmpty();
  }

  @Test
  @DisplayName("R7 C12 the kind of token may change with the key, and back")
  void kindAndKeyAtOnce() {
    application.deployWithOtherKind(KEY, OLD_KEY);
    assertThat(application.visit(session -> assertThat(session).containsEntry("name", "Ada")))
        .isPresent();

    application.deployWithOtherKind(KEY);
    assertThat(application.visit(session -> assertThat(session).containsEntry("name", "Ada")))
        .isPresent();
    assertThat(application.visit(session -> assertThat(session).hasSize(1))).isEmpty();
    assertThat(application.refusals()).isEmpty();
  }

  @Test
  @DisplayName("R7 W7 a response of 500 does not reseal a session")
  void serverErrorDoesNotReseal() {
    RequestSession session = application.request();
    assertThat(session).containsEntry("name", "Ada");

    assertThat(application.fail(session)).isEmpty();
  }

  @Test
  @DisplayName("R7 H3 an untouched session is not resealed")
  void untouchedSessionIsNotResealed() {
    assertThat(application.visit(session -> {})).isEmpty();
  }

  @Test
  @DisplayName("R7 W4 a session of a retired key is deleted like any other")
  void deletedLikeAnyOther() {
    assertThat(application.visit(session -> session.delete())).contains(EXPIRED);
  }

  @Test
  @DisplayName("R7 R8 a session under a removed key is a new session")
  void keyThatIsGone() {
    application.deployWith(KEY);

    assertThat(application.visit(session -> assertThat(session).isEmpty())).isEmpty();
    assertThat(application.refusals()).containsExactly(RejectionReason.UNKNOWN_KEY);
  }
}
