package dev.signet.json;

import static dev.signet.json.Payloads.JSON;
import static dev.signet.json.Payloads.text;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SameContentTest {

  private static void compare(String a, String b, boolean same) {
    assertThat(JSON.sameContent(text(a), text(b))).as("%s and %s", a, b).isEqualTo(same);
    assertThat(JSON.sameContent(text(b), text(a))).as("%s and %s", b, a).isEqualTo(same);
  }

  @ParameterizedTest
  @DisplayName("W1 A different order of keys, spacing or spelling is no change")
  @CsvSource(
      delimiter = '|',
      value = {
        "1 | 1",
        "{\"a\":1,\"b\":2} | {\"b\":2,\"a\":1}",
        "{\"a\":{\"x\":1,\"y\":[{\"p\":1,\"q\":2}]}} | {\"a\":{\"y\":[{\"q\":2,\"p\":1}],\"x\":1}}",
        "[{\"a\":1,\"b\":[]}] | [ { \"b\" : [ ] , \"a\" : 1 } ]",
        "\"a/é\" | \"\\u0061\\/\\u00e9\"",
        "1.0 | 1.0",
        "1E+2 | 1e2",
      })
  void sameContent(String a, String b) {
    compare(a, b, true);
  }

  @ParameterizedTest
  @DisplayName("W2 Every other difference is a change")
  @CsvSource(
      delimiter = '|',
      value = {
        "1 | 2",
        "1 | 1.0",
        "1 | \"1\"",
        "true | \"true\"",
        "0 | false",
        "null | {}",
        "[] | {}",
        "[1,2] | [2,1]",
        "[1] | [1,1]",
        "{\"a\":1} | {\"a\":1,\"b\":null}",
        "{\"a\":1} | {\"A\":1}",
        "{\"a\":{\"b\":[1,2,{\"c\":1}]}} | {\"a\":{\"b\":[1,2,{\"c\":2}]}}",
        "\"a\" | \"a \"",
        "\"é\" | \"e\u0301\"",
        "12345678901234567890 | 12345678901234567891",
        "9007199254740992 | 9007199254740993",
        "0.1 | 0.10000000000000000001",
        "1e400 | 1e401",
        "1.1 | 1.10",
        "[1.0] | [1.00]",
        "{\"a\":100.0} | {\"a\":1e2}",
        "1e1000000000 | 1e-1000000000",
      })
  void otherContent(String a, String b) {
    compare(a, b, false);
  }

  @Test
  @DisplayName("R1 Numbers beyond the bounds are compared by their text")
  void numberThatCannotBeCompared() {
    compare("1e99999999999", "1", false);
    compare("[1e99999999999]", "[1e99999999998]", false);
    compare("1e99999999999", "1e99999999999", true);
  }
}
