package dev.signet;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.util.Base64;
import java.util.List;

/** The inputs a fuzzer found interesting, since each reached something the others did not. */
public final class FuzzCorpus {

  private FuzzCorpus() {}

  /** Returns the inputs of a target; in the file each is a line of Base64. */
  public static List<byte[]> of(String target) {
    try (var file = FuzzCorpus.class.getResourceAsStream("/fuzz/" + target + ".txt")) {
      return new String(requireNonNull(file).readAllBytes(), US_ASCII)
          .lines()
          .map(Base64.getDecoder()::decode)
          .toList();
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }
}
