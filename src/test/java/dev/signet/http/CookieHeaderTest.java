package dev.signet.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNoException;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import java.util.Random;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CookieHeaderTest {

  private static void finds(String header, String... values) {
    assertThat(CookieHeader.values(header, "session")).as(header).containsExactly(values);
  }

  @Test
  void valueOfTheCookie() {
    finds("session=x", "x");
    finds("a=1; session=x; b=2", "x");
    finds("session=x;b=2", "x");
    finds("a=1;session=x", "x");
  }

  @Test
  @DisplayName("R6 Several cookies of the name keep their order, equal ones too")
  void severalOfOneName() {
    finds("session=b; session=a; x=1; session=c", "b", "a", "c");
    finds("session=a; session=a", "a", "a");
  }

  @Test
  void requestWithoutCookies() {
    assertThat(CookieHeader.values(null, "session")).isEmpty();
    finds("");
    finds(" ");
    finds("a=1; b=2");
  }

  @Test
  void blanksAndTabsAroundAreNotPartOfIt() {
    finds("  session=x  ", "x");
    finds("\tsession=\tx\t;\tsession= y", "x", "y");
    finds("a=1;    session=x", "x");
  }

  @Test
  void quotationMarksAroundAreNotPartOfIt() {
    finds("session=\"x\"", "x");
    finds("session= \"x\" ; a=1", "x");
    finds("session=\"\"", "");
    finds("session=\"", "\"");
    finds("session=\"x", "\"x");
    finds("session=x\"", "x\"");
    finds("session=\"\"x\"\"", "\"x\"");
  }

  @Test
  @DisplayName("R4 A name that only begins or ends like the cookie's is another cookie")
  void namesLikeOurs() {
    finds("mysession=x; sessions=x; session2=x; session.x=x; sess=x; __Host-session=x; ession=x");
    finds("session-session=x; session_=x; $session=x; session%20=x");
  }

  @Test
  void nameIsCaseSensitive() {
    finds("Session=x; SESSION=x; sessioN=x");
  }

  @Test
  void nameIsNoPattern() {
    assertThat(CookieHeader.values("axb=1; a.b=2; a|b=3", "a.b")).containsExactly("2");
    assertThat(CookieHeader.values("a=1; a|b=2; b=3", "a|b")).containsExactly("2");
  }

  @Test
  void nameInsideAValueIsNoCookie() {
    finds("a=session=x; b=\"session=y\"");
  }

  @Test
  @DisplayName("R6 A comma is part of a value and separates nothing")
  void comma() {
    finds("a=1, session=x, b=2");
    finds("a=1,session=x; session=y", "y");
    finds("session=x,session=y", "x,session=y");
  }

  @Test
  @DisplayName("R2 Only the first eight cookies of the name are examined")
  void veryMany() {
    finds("session=x;".repeat(9000), "x", "x", "x", "x", "x", "x", "x", "x");
  }

  @Test
  @DisplayName("R2 Only the start of an over-long value is examined")
  void overLongValue() {
    finds("session=" + "x".repeat(4096), "x".repeat(4096));
    finds("session=\"" + "x".repeat(4350) + '"', "x".repeat(4350));
    finds("session=\"" + "x".repeat(4351) + '"', '"' + "x".repeat(4351));
    finds("session=" + "x".repeat(60_000) + "; session=y", "x".repeat(4352), "y");
    finds("session=\"" + "x".repeat(60_000) + "\"", '"' + "x".repeat(4351));
    finds("session=x" + " ".repeat(5000) + "y", "x" + " ".repeat(4351));
  }

  @Test
  void nameWithoutAValue() {
    finds("session");
    finds("session; a=1");
    finds("session;session=x", "x");
    finds("session; =x");
    finds("session,=x");
  }

  @Test
  void emptyValue() {
    finds("session=", "");
    finds("session=; a=1", "");
    finds("session=  ; session=x", "", "x");
  }

  @Test
  void equalsSignsInTheValueArePartOfIt() {
    finds("session=a=b=", "a=b=");
    finds("session==", "=");
  }

  @Test
  void separatorsWithNothingBetweenThem() {
    finds(";;; session=x;;; ;", "x");
    finds(",;, ;session=x", "x");
    finds("=;=x;session=x", "x");
  }

  @Test
  @DisplayName("R1 Text of any kind is passed on unchanged")
  void charactersBeyondAscii() {
    finds("é=1; session=ä€😀\u0000; a=1", "ä€😀\u0000");
  }

  @Test
  @DisplayName("R1 Every header is accepted without an error")
  void garbage() {
    var random = new Random(3);
    String characters = "session=;, \t\"é\0";
    for (int i = 0; i < 20_000; i++) {
      var header = new StringBuilder();
      for (int j = random.nextInt(30); j > 0; j--) {
        header.append(characters.charAt(random.nextInt(characters.length())));
      }
      assertThatNoException()
          .as(header.toString())
          .isThrownBy(() -> CookieHeader.values(header.toString(), "session"));
    }
  }

  @Test
  void sixtyKilobytesOfCookies() {
    String others = "other=0123456789abcdef; ".repeat(1250);
    finds(others + "session=x; " + others + "session=y", "x", "y");
  }

  @Test
  @DisplayName("N1 A header is recognized by the first of the fields that it was joined from")
  void startOfAHeader() {
    assertThat(CookieHeader.startsWith("a=1; b=2", "a=1; b=2")).isTrue();
    assertThat(CookieHeader.startsWith("a=1; b=2", "a=1")).isTrue();
    assertThat(CookieHeader.startsWith("a=10; b=2", "a=1")).isFalse();
    assertThat(CookieHeader.startsWith("a=1", "a=1; b=2")).isFalse();
    assertThat(CookieHeader.startsWith(null, null)).isTrue();
    assertThat(CookieHeader.startsWith("a=1", null)).isFalse();
    assertThat(CookieHeader.startsWith(null, "a=1")).isFalse();
  }

  /** A hundred times what servers let through: with a cost of its square this would take hours. */
  @ParameterizedTest
  @DisplayName("P5 The cost grows with the length of the header and with nothing else")
  @ValueSource(strings = {";", " ", "\t ", ",", "=", "\"", "session", "session;", "s; ", "a=b; "})
  void sixMegabytesOfNothing(String piece) {
    String header = piece.repeat(6_000_000 / piece.length()) + ";session=x";
    assertTimeoutPreemptively(Duration.ofSeconds(20), () -> finds(header, "x"));
  }
}
