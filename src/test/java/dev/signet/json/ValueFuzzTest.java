package dev.signet.json;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import com.code_intelligence.jazzer.junit.Lifecycle;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.signet.FuzzCorpus;
import dev.signet.SessionAttributeException;
import java.io.IOException;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Any text as a value, as a store may return it: the fast reader must agree with the mapper. */
class ValueFuzzTest {

  private static final ObjectMapper MAPPER = JacksonSetup.create();

  private static final String CHARACTERS = " \"\\,:[]{}0-1.e+tfalsrunx\n\t/\u0000é";

  @ParameterizedTest
  @DisplayName("V1 A text that is not JSON is refused as a value, whatever it begins with")
  @ValueSource(
      strings = {
        "",
        " ",
        "txyz",
        "t",
        "true1",
        "truefalse",
        "false,",
        "fals",
        "nope",
        "nullx",
        "\"a\"garbage",
        "\"a\"\"b\"",
        "\"a",
        "\"",
        "{\"a\":1}}",
        "{\"a\":1",
        "{\"a\":1,}",
        "{\"a\":1\"b\":2}",
        "{\"a\"1}",
        "{\"a\":}",
        "{,}",
        "[1]]",
        "[1,]",
        "[,1]",
        "[1\"a\"]",
        "[true\"a\"]",
        "[1",
        "[1}",
        "{\"a\":1]",
        "0123",
        "-01",
        "00",
        "-",
        "--1",
        "1-",
        "1]",
        "1,2",
        "1 2"
      })
  void textThatIsNotJsonIsRefused(String text) {
    RawJson json = RawJson.of(text);

    assertThat(readOrNull(json, Object.class)).isNull();
    assertThat(readOrNull(json, String.class)).isNull();
    assertThat(readOrNull(json, Boolean.class)).isNull();
    assertThat(readOrNull(json, Integer.class)).isNull();
    assertThat(Payloads.JSON.sameContent(json, RawJson.of("true"))).isFalse();
    assertThat(JsonCodec.isNull(json)).isFalse();
  }

  @Test
  @DisplayName("V1 A piece of a longer text is read up to its end only")
  void pieceIsReadUpToItsEnd() {
    byte[] source = "[true,12,\"abc\",[1]]".getBytes(UTF_8);

    assertThat(FastValueReader.read(new RawJson(source, 1, 3))).isNull();
    assertThat(FastValueReader.read(new RawJson(source, 9, 4))).isNull();
    assertThat(FastValueReader.read(new RawJson(source, 15, 2))).isNull();
    assertThat(FastValueReader.read(new RawJson(source, 9, 5))).isEqualTo("abc");
  }

  @Test
  @DisplayName("R2 A text of very many brackets is refused and does not overflow the stack")
  void manyBracketsAreRefused() {
    assertThat(readOrNull(RawJson.of("[".repeat(1_000_000)), Object.class)).isNull();
    assertThat(readOrNull(RawJson.of("{\"a\":".repeat(1_000_000)), Object.class)).isNull();
  }

  @Test
  @DisplayName("V1 The fast reader agrees with the mapper on damaged values")
  void fastReaderAgreesOnDamagedValues() throws IOException {
    var random = new Random(20261125);
    int read = 0;
    for (int i = 0; i < 4000; i++) {
      String text = MAPPER.writeValueAsString(FastValueReaderTest.value(random, 3));
      for (int j = 0; j < 10; j++) {
        read += agrees(damaged(text, random)) ? 1 : 0;
      }
    }
    assertThat(read).isGreaterThan(2000);
  }

  @Test
  @DisplayName("V1 The fast reader agrees with the mapper on noise")
  void fastReaderAgreesOnNoise() throws IOException {
    var random = new Random(20261126);
    int read = 0;
    for (int i = 0; i < 100_000; i++) {
      var text = new StringBuilder();
      for (int n = random.nextInt(9); n > 0; n--) {
        text.append(CHARACTERS.charAt(random.nextInt(CHARACTERS.length())));
      }
      read += agrees(text.toString()) ? 1 : 0;
      byte[] noise = new byte[random.nextInt(20)];
      random.nextBytes(noise);
      agrees(new String(noise, UTF_8));
    }
    assertThat(read).isGreaterThan(500);
  }

  @Test
  @DisplayName("V1 The fast reader agrees with the mapper on the inputs of the fuzz target")
  void fastReaderAgreesOnSavedInputs() throws IOException {
    for (byte[] input : FuzzCorpus.of("value")) {
      value(input);
    }
  }

  @DisplayName("V1 The fast reader agrees with the mapper on any text")
  @FuzzTest(maxDuration = "", lifecycle = Lifecycle.PER_TEST)
  void value(byte[] input) throws IOException {
    agrees(new String(input, UTF_8));
  }

  /**
   * Compares both readers and returns whether the fast one read the text.
   *
   * @throws AssertionError if they differ
   */
  private static boolean agrees(String text) throws IOException {
    Object fast = FastValueReader.read(RawJson.of(text));
    if (fast == null) {
      return false;
    }
    Object slow = MAPPER.readValue(RawJson.of(text).content(), Object.class);
    if (!fast.equals(slow) || fast.getClass() != slow.getClass()) {
      throw new AssertionError(text);
    }
    return true;
  }

  /** Returns a text with a few characters replaced, removed or added. */
  private static String damaged(String text, Random random) {
    var damaged = new StringBuilder(text);
    for (int n = random.nextInt(3); n >= 0; n--) {
      int place = random.nextInt(damaged.length() + 1);
      char character = CHARACTERS.charAt(random.nextInt(CHARACTERS.length()));
      switch (random.nextInt(3)) {
        case 0 -> damaged.insert(place, character);
        case 1 -> damaged.delete(place, Math.min(damaged.length(), place + 1 + random.nextInt(3)));
        default -> damaged.replace(place, Math.min(damaged.length(), place + 1), "" + character);
      }
    }
    return damaged.toString();
  }

  private static @Nullable Object readOrNull(RawJson text, Class<?> type) {
    try {
      return Payloads.JSON.read("key", text, type);
    } catch (SessionAttributeException e) {
      return null;
    }
  }
}
