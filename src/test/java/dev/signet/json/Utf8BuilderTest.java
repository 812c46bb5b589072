package dev.signet.json;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class Utf8BuilderTest {

  @Test
  @DisplayName("P1 A text may be longer than the room it was given")
  void growth() {
    for (int room = 0; room < 40; room++) {
      assertThat(text(new Utf8Builder(room).add('a'))).isEqualTo("a");
      assertThat(text(new Utf8Builder(room).add("abc"))).isEqualTo("abc");
      assertThat(text(new Utf8Builder(room).add("abc".getBytes(UTF_8)))).isEqualTo("abc");
      assertThat(text(new Utf8Builder(room).add(RawJson.of("[1]")))).isEqualTo("[1]");
      assertThat(text(new Utf8Builder(room).add(0))).isEqualTo("0");
      assertThat(text(new Utf8Builder(room).add(-48213))).isEqualTo("-48213");
      assertThat(text(new Utf8Builder(room).addQuoted("abc"))).isEqualTo("\"abc\"");
      assertThat(text(new Utf8Builder(room).addQuoted("ä\n"))).isEqualTo("\"ä\\n\"");
      String longer = "0123456789".repeat(5);
      assertThat(text(new Utf8Builder(room).addQuoted(longer))).isEqualTo('"' + longer + '"');
    }
  }

  private static String text(Utf8Builder builder) {
    return new String(builder.text(), UTF_8);
  }
}
