package dev.signet.config;

import static dev.signet.config.Configured.KEY;
import static dev.signet.config.Configured.faultsOf;
import static dev.signet.config.Configured.faultsWith;
import static dev.signet.config.Configured.with;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.signet.seal.Seal;
import dev.signet.seal.SessionKey;
import dev.signet.seal.UnsealResult;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PreviousKeysTest {

  private static final String OLD = "Zt4Nw8Rb1Yk6Hs3Vd9Jm0Xp5Gc2Lf7Qa";
  private static final String OLDER = "Pq9Ej2Uo5Ti8Mv1Ck4Bz7Sn0Wx3Dl6Fh";

  @Test
  @DisplayName("C2 without the option the key ring has one key")
  void noneIsTheDefault() throws SessionConfigException {
    assertThat(with().keys()).hasSize(1);
  }

  @Test
  @DisplayName("C2 listed keys are accepted and do not sign, and blanks around commas are ignored")
  void keysOfTheListVerifyOnly() throws SessionConfigException {
    List<SessionKey> ring = with("session.previous-secret-keys", OLD + " ,\t" + OLDER).keys();

    var seal = Seal.signing(ring, "session");
    assertThat(seal.unseal(sealedWith(KEY))).matches(opened -> !retired(opened));
    assertThat(seal.unseal(sealedWith(OLD))).matches(opened -> retired(opened));
    assertThat(seal.unseal(sealedWith(OLDER))).matches(opened -> retired(opened));
    assertThat(seal.seal("", "{}".getBytes(UTF_8), "")).isEqualTo(sealedWith(KEY));
  }

  private static String sealedWith(String key) {
    return Seal.signing(List.of(new SessionKey(key)), "session").seal("", "{}".getBytes(UTF_8), "");
  }

  private static boolean retired(UnsealResult opened) {
    return ((UnsealResult.Valid) opened).needsReseal();
  }

  @Test
  @DisplayName("C2 empty entries of the list are ignored")
  void emptyPlacesAreLeftOut() throws SessionConfigException {
    assertThat(with("session.previous-secret-keys", " , " + OLD + ",,").keys()).hasSize(2);
    assertThat(with("session.previous-secret-keys", " , ").keys()).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"none", "None", " NONE "})
  @DisplayName("C2 none is an empty list")
  void noneIsAnEmptyList(String none) throws SessionConfigException {
    assertThat(with("session.previous-secret-keys", none).keys()).hasSize(1);
  }

  @Test
  @DisplayName("C2 a short key and a placeholder in the list are faults, each with a line")
  void weakKeysOfTheListAreFaults() {
    String placeholder = "changemechangemechangemechangeme";

    assertThat(faultsWith("session.previous-secret-keys", OLD + ",short," + placeholder))
        .contains("2 faults")
        .contains("session.previous-secret-keys has a key of 5 bytes")
        .contains("session.previous-secret-keys has a key that can be guessed")
        .contains("Remove it from the list")
        .doesNotContain(OLD, "short,", placeholder);
  }

  @Test
  @DisplayName("C2 a comma in the current key is refused")
  void commaInTheCurrentKeyIsAFault() {
    assertThat(faultsOf("session.secret-key", KEY + "," + OLD))
        .contains("session.secret-key contains a comma", "session.previous-secret-keys")
        .doesNotContain(KEY, OLD);
  }
}
