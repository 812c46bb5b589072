package dev.signet.seal;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ManyThreadsTest {

  private static final int TOKENS = 20_000;

  private final Seal seal =
      Seal.signing(
          List.of(new SessionKey("a secret for many threads at the same time")), "session");

  @Test
  void tokensMadeAtTheSameTimeAreThoseMadeOneAfterTheOther() {
    List<String> alone = IntStream.range(0, TOKENS).mapToObj(this::token).toList();
    List<String> together = IntStream.range(0, TOKENS).parallel().mapToObj(this::token).toList();

    assertThat(together).isEqualTo(alone);
  }

  @Test
  void tokensAreOpenedAtTheSameTime() {
    List<String> tokens = IntStream.range(0, TOKENS).mapToObj(this::token).toList();

    long opened =
        tokens.parallelStream()
            .map(seal::unseal)
            .filter(UnsealResult.Valid.class::isInstance)
            .count();

    assertThat(opened).isEqualTo(TOKENS);
  }

  private String token(int number) {
    return seal.seal("", ("payload number " + number).getBytes(UTF_8), "");
  }
}
