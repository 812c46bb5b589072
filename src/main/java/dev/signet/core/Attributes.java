package dev.signet.core;

import dev.signet.json.Json;
import dev.signet.json.JsonText;
import java.lang.reflect.Type;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a session holds, beside what it held when it came, and the bytes it takes. */
final class Attributes {

  private static final int NAMED_IN_MESSAGE = 3;

  /** A colon and a comma go with each attribute; the one comma too many is taken off. */
  private static final int PUNCTUATION = 2;

  /** Nobody counts the bytes of a session that is only read. */
  private static final int UNKNOWN = -1;

  private final Json json;
  private Map<String, JsonText> stored;

  /** All attributes as they came or were put; the stored ones until one is put or removed. */
  private Map<String, JsonText> texts;

  /** Those whose values somebody holds. */
  private final Map<String, Attribute> handedOut = new HashMap<>();

  private int length = UNKNOWN;

  /**
   * @param json writes and reads values
   * @param stored the attributes that came with the request
   */
  Attributes(Json json, Map<String, JsonText> stored) {
    this.json = json;
    this.stored = stored;
    this.texts = stored;
  }

  int size() {
    return texts.size();
  }

  boolean containsKey(@Nullable Object key) {
    return key != null && texts.containsKey(key);
  }

  @Nullable Object get(@Nullable Object key) {
    if (!(key instanceof String name)) {
      return null;
    }
    Attribute attribute = find(name);
    return attribute == null ? null : attribute.get(json, name);
  }

  @Nullable Object get(String key, Type type) {
    Attribute attribute = find(key);
    return attribute == null ? null : attribute.get(json, key, type);
  }

  private @Nullable Attribute find(String key) {
    Attribute known = handedOut.get(key);
    JsonText text = known == null ? texts.get(key) : null;
    if (text == null) {
      return known;
    }
    var attribute = new Attribute(text);
    handedOut.put(key, attribute);
    return attribute;
  }

  /** Returns an attribute for a value, or null where the value comes to nothing. */
  @Nullable Attribute attribute(String key, @Nullable Object value) {
    if (value == null) {
      return null;
    }
    JsonText text = json.write(key, value);
    return Json.isNull(text) ? null : new Attribute(text, value, handedOut.get(key));
  }

  /** Puts an attribute in, or takes it out where it is null. */
  void set(String key, @Nullable Attribute attribute) {
    if (texts == stored) {
      texts = new LinkedHashMap<>(stored);
    }
    JsonText before;
    if (attribute == null) {
      before = texts.remove(key);
      handedOut.remove(key);
    } else {
      before = texts.put(key, attribute.text());
      handedOut.put(key, attribute);
    }
    if (length != UNKNOWN) {
      length += length(key, attribute == null ? null : attribute.text()) - length(key, before);
    }
  }

  /**
   * Returns the bytes between the braces if an attribute were set and no value had changed since it
   * came.
   */
  int lengthWith(String key, Attribute attribute) {
    if (length == UNKNOWN) {
      length = 0;
      texts.forEach((name, text) -> length += length(name, text));
    }
    return length + length(key, attribute.text()) - length(key, texts.get(key)) - 1;
  }

  private static int length(String key, @Nullable JsonText text) {
    return text == null ? 0 : Json.nameLength(key) + text.length() + PUNCTUATION;
  }

  void clear() {
    texts = new LinkedHashMap<>();
    handedOut.clear();
    length = UNKNOWN;
  }

  /** Returns the names as they are now. */
  List<String> names() {
    return List.copyOf(texts.keySet());
  }

  /** Returns the text of every attribute as it is now; one that came to nothing is none. */
  Map<String, JsonText> texts() {
    return textsOf(handedOut);
  }

  /** Returns what the texts would be now with an attribute set. */
  Map<String, JsonText> textsWith(String key, Attribute attribute) {
    Map<String, Attribute> with = new HashMap<>(handedOut);
    with.put(key, attribute);
    return textsOf(with);
  }

  private Map<String, JsonText> textsOf(Map<String, Attribute> attributes) {
    Map<String, JsonText> now = new LinkedHashMap<>(texts);
    attributes.forEach(
        (key, attribute) -> {
          JsonText text = attribute.now(json, key);
          if (Json.isNull(text)) {
            now.remove(key);
          } else {
            now.put(key, text);
          }
        });
    return now;
  }

  /**
   * Returns what the texts say else than what came with the request: those that differ, and null
   * for each that is gone.
   */
  Map<String, @Nullable JsonText> changes(Map<String, JsonText> texts) {
    Map<String, @Nullable JsonText> changes = new HashMap<>();
    stored.keySet().stream()
        .filter(name -> !texts.containsKey(name))
        .forEach(name -> changes.put(name, null));
    texts.forEach(
        (name, text) -> {
          if (isChanged(name, text)) {
            changes.put(name, text);
          }
        });
    return changes;
  }

  /** Takes note that these texts are kept by now. */
  void keptAs(Map<String, JsonText> texts) {
    stored = Map.copyOf(texts);
  }

  private boolean isChanged(String name, JsonText now) {
    JsonText before = stored.get(name);
    Attribute attribute = handedOut.get(name);
    return before == null
        || (!json.sameContent(before, now)
            && !(attribute != null && attribute.isSet() && json.sameElements(before, now)));
  }

  /** Returns the names of the largest attributes, each with its size, the largest first. */
  static List<String> largest(Map<String, JsonText> texts) {
    return texts.entrySet().stream()
        .sorted(Comparator.comparingInt(entry -> -entry.getValue().length()))
        .limit(NAMED_IN_MESSAGE)
        .map(entry -> "'%s' (%d bytes)".formatted(entry.getKey(), entry.getValue().length()))
        .toList();
  }
}
