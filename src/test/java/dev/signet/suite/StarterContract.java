package dev.signet.suite;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** A small application, as the starter of a runtime makes it, that adds the dependency only. */
interface StarterContract {

  Client client();

  @Test
  @DisplayName("J4 S1 a session counts the visits of a browser")
  default void visits() {
    var first = client().get("visits");
    assertThat(first.body()).isEqualTo("Visit 1");
    assertThat(client().get("visits", "Cookie", first.pair()).body()).isEqualTo("Visit 2");
  }

  @Test
  @DisplayName("J4 L9 a session bean keeps its state")
  default void cart() {
    var egg = client().post("visits/cart", "egg");
    assertThat(client().post("visits/cart", "milk", "Cookie", egg.pair()).body())
        .isEqualTo("[egg, milk]");
  }

  @Test
  @DisplayName("J4 L2 N2 requests of other sites are refused, and guards are enforced")
  default void refused() {
    assertThat(client().post("visits/cart", "egg", "Origin", "https://elsewhere.example").status())
        .isEqualTo(403);
    assertThat(client().get("visits/orders").status()).isEqualTo(401);
  }
}
