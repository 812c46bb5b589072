package dev.signet.core;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import com.code_intelligence.jazzer.junit.FuzzTest;
import com.code_intelligence.jazzer.junit.Lifecycle;
import dev.signet.FuzzCorpus;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Whatever anybody sends as a Cookie header; the inputs kept beside this class are replayed. */
class CookieHeaderFuzzTest {

  private final TestApplication application = new TestApplication();
  private final String good = application.cookieOf(application.claims("{\"n\":1}"));

  @Test
  @DisplayName("R1 R6 saved inputs of the fuzzer keep the promise")
  void cookieHeaderAgain() {
    for (byte[] input : FuzzCorpus.of("cookieHeader")) {
      cookieHeader(input);
    }
  }

  @DisplayName("R1 R6 a header without the whole cookie gives a new session")
  @FuzzTest(maxDuration = "", lifecycle = Lifecycle.PER_TEST)
  void cookieHeader(byte[] input) {
    String header = new String(input, ISO_8859_1);
    application.events.clear();
    RequestSession session = application.request(header);
    boolean empty = session.isEmpty();
    if (!empty && !header.contains(good.substring("session=".length()))) {
      throw new AssertionError(header);
    }
    if (session.isNew() != empty || application.events.size() > 8) {
      throw new AssertionError(header);
    }
  }
}
