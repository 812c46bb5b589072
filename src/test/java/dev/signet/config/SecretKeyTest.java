package dev.signet.config;

import static dev.signet.config.Configured.faultsOf;
import static dev.signet.config.Configured.with;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.regex.Pattern;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SecretKeyTest {

  private static final Pattern FRESH = Pattern.compile("session\\.secret-key=(\\S+)$");

  @Test
  @DisplayName("C1 a missing key prevents the start")
  void missingKeyIsAFault() {
    assertThat(faultsOf()).contains("session.secret-key is missing or blank");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "\t \n"})
  @DisplayName("C1 a blank key counts as missing")
  void blankKeyIsAFault(String blank) {
    assertThat(faultsOf("session.secret-key", blank))
        .contains("session.secret-key is missing or blank");
  }

  @Test
  @DisplayName("C1 a short key is refused with its length and the required length")
  void shortKeyIsAFault() {
    assertThat(faultsOf("session.secret-key", "x7Kp2mQ9vB4tZs"))
        .contains("session.secret-key", "14 bytes", "at least 32", "RFC 7518, 3.2")
        .doesNotContain("x7Kp2mQ9vB4tZs");
  }

  @Test
  @DisplayName("C1 32 bytes are enough, 31 are not")
  void keyOf32BytesIsTheShortestAccepted() throws SessionConfigException {
    String key = Configured.KEY.substring(0, 32);

    assertThat(with("session.secret-key", key).keys()).hasSize(1);
    assertThat(faultsOf("session.secret-key", key.substring(1))).contains("a key of 31 bytes");
  }

  @Test
  @DisplayName("C1 the length is counted in UTF-8 bytes")
  void bytesOfAKeyAreThoseOfUtf8() throws SessionConfigException {
    String sixteenCharacters = "äöüßéèñçøåîôûąłž";

    assertThat(with("session.secret-key", sixteenCharacters).keys()).hasSize(1);
    assertThat(faultsOf("session.secret-key", sixteenCharacters.substring(1) + "x"))
        .contains("a key of 31 bytes");
  }

  @Test
  @DisplayName("C1 blanks around a key are ignored")
  void blanksAroundAKeyDoNotCount() {
    assertThat(faultsOf("session.secret-key", "  " + Configured.KEY.substring(0, 31) + "  "))
        .contains("a key of 31 bytes");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "too short", "changemechangemechangemechangeme", "with,comma"})
  @DisplayName("C1 K4 with the profile dev each message has a different new key, which is accepted")
  void developmentMessagesCarryAFreshKey(String refused) throws SessionConfigException {
    String first = freshKey(developmentFaults(refused));
    String second = freshKey(developmentFaults(refused));

    assertThat(with("session.secret-key", first).keys()).hasSize(1);
    assertThat(first).isNotEqualTo(second);
  }

  private static String developmentFaults(String key) {
    return faultsOf("session.secret-key", key, "mp.config.profile", "dev");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "too short", "changemechangemechangemechangeme", "with,comma"})
  @DisplayName("C1 K4 without the profile dev each message has a command and no key")
  void messagesCarryACommand(String refused) {
    for (String profile : new String[] {"", "prod", "developer"}) {
      assertThat(faultsOf("session.secret-key", refused, "mp.config.profile", profile))
          .endsWith(
              "Make a random key with the command openssl rand -base64 33, and set it as"
                  + " SESSION_SECRET_KEY in the environment of the server.")
          .doesNotContain("session.secret-key=");
    }
  }

  private static String freshKey(String message) {
    var matcher = FRESH.matcher(message);
    assertThat(matcher.find()).as(message).isTrue();
    return matcher.group(1);
  }
}
