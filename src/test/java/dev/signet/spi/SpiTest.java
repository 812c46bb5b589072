package dev.signet.spi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.security.SecureRandom;
import java.time.Instant;
import java.util.Base64;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What writers of stores get into their hands. */
class SpiTest {

  private static final Instant END = Instant.parse("2026-11-21T08:00:00Z");

  @Test
  @DisplayName("T1 ids are 160 random bits")
  void ids() {
    var random = new SecureRandom();
    Set<String> ids = new HashSet<>();
    for (int i = 0; i < 1000; i++) {
      ids.add(SessionId.random(random).value());
    }
    assertThat(ids).hasSize(1000).allMatch(SessionId::isId);
  }

  @Test
  @DisplayName("T1 An id is exactly the 20 bytes that the SecureRandom returns")
  void idsComeFromSecureRandom() {
    byte[] known = new byte[20];
    for (int i = 0; i < known.length; i++) {
      known[i] = (byte) (i * 37);
    }
    var random = new KnownRandom(known);
    String value = SessionId.random(random).value();
    assertThat(Base64.getUrlDecoder().decode(value)).isEqualTo(known);
    assertThat(random.asked).isEqualTo(20);
  }

  @Test
  @DisplayName("T1 T10 The next id keeps the tag, and its other characters are random")
  void nextId() {
    var random = new SecureRandom();
    SessionId id = SessionId.random(random);
    SessionId next = id.next(random);
    assertThat(next.tag()).isEqualTo(id.tag()).hasSize(2);
    assertThat(next.value()).startsWith(id.tag()).isNotEqualTo(id.value());
    assertThat(id.next(random)).isNotEqualTo(next);
    for (int i = 2; i < 26; i++) {
      int position = i;
      assertThat(
              IntStream.range(0, 500)
                  .map(attempt -> id.next(random).value().charAt(position))
                  .distinct()
                  .count())
          .as("different characters at %d", position)
          .isGreaterThan(32);
    }
  }

  /** Returns known bytes and counts them. */
  private static final class KnownRandom extends SecureRandom {

    private static final long serialVersionUID = 1;

    private final transient byte[] known;
    private int asked;

    KnownRandom(byte[] known) {
      this.known = known;
    }

    @Override
    public void nextBytes(byte[] bytes) {
      asked += bytes.length;
      System.arraycopy(known, 0, bytes, 0, bytes.length);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "short", "12345678901234567890123456+", "1234567890123456789012345678"})
  @DisplayName("T1 other text is no ID")
  void noId(String text) {
    assertThat(SessionId.isId(text)).isFalse();
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new SessionId(text))
        .withMessageContaining("27 characters");
  }

  @Test
  @DisplayName("K1 T1 toString shows neither values nor whole IDs")
  void showsNothing() {
    var record = new SessionRecord(Map.of("a", "\"secret\""), END);
    var update = new SessionUpdate(record, Map.of("b", "\"secret\""), Set.of(), END);
    assertThat(record + "" + update).doesNotContain("secret");
    assertThat(new SessionId("abcdefghijklmnopqrstuvwxyz1")).hasToString("SessionId[abcd...]");
  }

  @Test
  @DisplayName("T3 an update keeps concurrent changes of others")
  void update() {
    var base = new SessionRecord(Map.of("a", "1", "b", "2"), END, 3);
    var update = new SessionUpdate(base, Map.of("a", "4"), Set.of("b", "c"), END.plusSeconds(1));
    var current = new SessionRecord(Map.of("a", "1", "b", "2", "c", "3", "d", "5"), END, 7);
    assertThat(update.applyTo(current))
        .isEqualTo(new SessionRecord(Map.of("a", "4", "d", "5"), END.plusSeconds(1), 8));
  }

  @Test
  @DisplayName("T7 a session is expired from its exact second")
  void expiry() {
    var record = new SessionRecord(Map.of(), END);
    assertThat(record.isExpired(END.minusMillis(1))).isFalse();
    assertThat(record.isExpired(END)).isTrue();
  }
}
