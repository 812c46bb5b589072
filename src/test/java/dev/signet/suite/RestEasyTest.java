package dev.signet.suite;

import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

/** The suite on RESTEasy, which brings CDI up by itself. */
class RestEasyTest extends InProcessSuite {

  @Test
  @Override
  public void bytesBeyondAscii() {
    Assumptions.abort("Undertow refuses such a header before Jakarta REST sees it.");
  }
}
