package dev.signet.core;

import static dev.signet.core.Site.EXPIRED;
import static dev.signet.core.Site.KEY;
import static dev.signet.core.Site.OLD_KEY;
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

  private final Site site;

  KeyRotationTest(boolean encrypted) {
    site = new Site(encrypted);
  }

  @BeforeEach
  void writtenUnderTheOldKey() {
    site.deployWith(OLD_KEY);
    site.visit(session -> session.put("name", "Ada"));
    site.deployWith(KEY, OLD_KEY);
    site.clock.advance(Duration.ofHours(1));
  }

  @Test
  @DisplayName("R7 a session of a retired key is read, and written anew under the current one")
  void sessionOfARetiredKeyIsWrittenAnew() {
    assertThat(site.visit(session -> assertThat(session).containsEntry("name", "Ada"))).isPresent();

    site.deployWith(KEY);
    assertThat(site.request()).isEqualTo(Map.of("name", "Ada"));
    assertThat(site.request().createdAt()).isEqualTo(Site.START);
    assertThat(site.visit(session -> assertThat(session).hasSize(1))).isEmpty();
    assertThat(site.refusals()).isEmpty();
  }

  @Test
  @DisplayName("R7 C12 the kind of the tokens may change with the key, and back")
  void kindAndKeyAtOnce() {
    site.deployWithOtherKind(KEY, OLD_KEY);
    assertThat(site.visit(session -> assertThat(session).containsEntry("name", "Ada"))).isPresent();

    site.deployWithOtherKind(KEY);
    assertThat(site.visit(session -> assertThat(session).containsEntry("name", "Ada"))).isPresent();
    assertThat(site.visit(session -> assertThat(session).hasSize(1))).isEmpty();
    assertThat(site.refusals()).isEmpty();
  }

  @Test
  @DisplayName("R7 W7 not with a response of 500")
  void notWithAServerError() {
    RequestSession session = site.request();
    assertThat(session).containsEntry("name", "Ada");

    assertThat(site.fail(session)).isEmpty();
  }

  @Test
  @DisplayName("R7 H3 not where nobody touched it")
  void notWhereNobodyTouchedIt() {
    assertThat(site.visit(session -> {})).isEmpty();
  }

  @Test
  @DisplayName("R7 W4 a session of a retired key is deleted like any other")
  void deletedLikeAnyOther() {
    assertThat(site.visit(session -> session.delete())).contains(EXPIRED);
  }

  @Test
  @DisplayName("R7 R8 a session of a key that is gone is a fresh one")
  void keyThatIsGone() {
    site.deployWith(KEY);

    assertThat(site.visit(session -> assertThat(session).isEmpty())).isEmpty();
    assertThat(site.refusals()).containsExactly(RejectionReason.UNKNOWN_KEY);
  }
}
