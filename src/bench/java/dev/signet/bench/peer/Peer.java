package dev.signet.bench.peer;

import java.time.Duration;
import java.util.Map;

/**
 * One library and the way it is used. Throws where a text is not its own.
 *
 * @param <C> what its users have in their hands: a map, as far as it knows one
 */
public interface Peer<C> {

  /** How long a text is valid. */
  Duration LIFETIME = Duration.ofDays(14);

  /** Returns attributes as its users have them; made once, not measured. */
  C content(Map<String, Object> attributes) throws Exception;

  /** Returns the signed text. */
  String write(C content) throws Exception;

  /** Verifies a text, checks that its time is not over, and returns the content. */
  C read(String text) throws Exception;
}
