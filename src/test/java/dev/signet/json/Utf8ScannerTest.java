package dev.signet.json;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;

class Utf8ScannerTest {

  @Test
  void everyByteAtEveryPlace() {
    for (int place = 0; place < 20; place++) {
      for (int character = Byte.MIN_VALUE; character <= Byte.MAX_VALUE; character++) {
        byte[] text = "x".repeat(20).getBytes(UTF_8);
        text[place] = (byte) character;
        boolean other = character == '"' || character == '\\' || (character >= 0 && character < 32);
        assertThat(Utf8Scanner.skip(text, 0)).isEqualTo(other ? place : 20);
        assertThat(Utf8Scanner.areAscii(text)).isEqualTo(character >= 0);
        assertThat(Utf8Scanner.contains(text, '?')).isEqualTo(character == '?');
        assertThat(Utf8Scanner.containsAny(text, '?', '!', '.'))
            .isEqualTo(character == '?' || character == '!' || character == '.');
      }
    }
  }

  @Test
  void textOfAnyLength() {
    for (int length = 0; length < 20; length++) {
      byte[] text = "x".repeat(length).getBytes(UTF_8);
      assertThat(Utf8Scanner.skip(text, 0)).isEqualTo(length);
      assertThat(Utf8Scanner.areAscii(text)).isTrue();
      assertThat(Utf8Scanner.contains(text, '?')).isFalse();
      assertThat(Utf8Scanner.containsAny(text, '?', '!', '.')).isFalse();
    }
  }

  @Test
  void manyOthers() {
    var random = new Random(20261121);
    byte[] text = new byte[30];
    for (int i = 0; i < 20_000; i++) {
      random.nextBytes(text);
      int from = random.nextInt(text.length + 1);
      int place = from;
      while (place < text.length && Utf8Scanner.isPlain(text[place])) {
        place++;
      }
      assertThat(Utf8Scanner.skip(text, from)).isEqualTo(place);
      assertThat(Utf8Scanner.contains(text, '?')).isEqualTo(indexOf(text, '?') >= 0);
    }
  }

  private static int indexOf(byte[] text, char character) {
    for (int i = 0; i < text.length; i++) {
      if (text[i] == character) {
        return i;
      }
    }
    return -1;
  }
}
