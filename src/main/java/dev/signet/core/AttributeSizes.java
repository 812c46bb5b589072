package dev.signet.core;

import static java.util.stream.Collectors.joining;

import dev.signet.json.JsonCodec;
import dev.signet.json.RawJson;
import java.util.Comparator;
import java.util.Map;

/** The sizes of attributes as JSON text, in bytes. */
final class AttributeSizes {

  private static final int NAMED_IN_MESSAGE = 3;

  /** The bytes of the colon and the comma of an attribute; the last one has no comma. */
  private static final int PUNCTUATION = 2;

  /** The bytes of the braces around all attributes. */
  private static final int BRACES = 2;

  private AttributeSizes() {}

  /** Returns the bytes of an attribute in a JSON object, with a comma. */
  static int length(String key, RawJson text) {
    return JsonCodec.nameLength(key) + text.length() + PUNCTUATION;
  }

  /** Returns the bytes of texts as one JSON object. */
  static int sizeOf(Map<String, RawJson> texts) {
    int size = texts.isEmpty() ? BRACES : BRACES - 1;
    for (var entry : texts.entrySet()) {
      size += length(entry.getKey(), entry.getValue());
    }
    return size;
  }

  /** Returns a list of the largest attributes, each with its size, the largest first. */
  static String largest(Map<String, RawJson> texts) {
    return texts.entrySet().stream()
        .sorted(Comparator.comparingInt(entry -> -entry.getValue().length()))
        .limit(NAMED_IN_MESSAGE)
        .map(entry -> "'%s' (%d bytes)".formatted(entry.getKey(), entry.getValue().length()))
        .collect(joining(", "));
  }
}
