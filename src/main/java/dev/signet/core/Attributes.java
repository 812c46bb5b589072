package dev.signet.core;

import dev.signet.json.Json;
import dev.signet.json.JsonText;
import java.lang.reflect.Type;
import java.util.Comparator;
import java.util.Iterator;
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
  private final Map<String, JsonText> stored;
  private final Map<String, Attribute> current = new LinkedHashMap<>();
  private int length = UNKNOWN;

  /**
   * @param json writes and reads values
   * @param stored the attributes that came with the request
   */
  Attributes(Json json, Map<String, JsonText> stored) {
    this.json = json;
    this.stored = stored;
    stored.forEach((key, text) -> set(key, new Attribute(text)));
  }

  int size() {
    return current.size();
  }

  boolean containsKey(@Nullable Object key) {
    return current.containsKey(key);
  }

  @Nullable Object get(@Nullable Object key) {
    Attribute attribute = current.get(key);
    return attribute == null || key == null ? null : attribute.get(json, (String) key);
  }

  @Nullable Object get(String key, Type type) {
    Attribute attribute = current.get(key);
    return attribute == null ? null : attribute.get(json, key, type);
  }

  /** Returns an attribute for a value, or null where the value comes to nothing. */
  @Nullable Attribute attribute(String key, @Nullable Object value) {
    if (value == null) {
      return null;
    }
    JsonText text = json.write(key, value);
    return Json.isNull(text) ? null : new Attribute(text, value, current.get(key));
  }

  /** Puts an attribute in, or takes it out where it is null. */
  void set(String key, @Nullable Attribute attribute) {
    Attribute before = attribute == null ? current.remove(key) : current.put(key, attribute);
    if (length != UNKNOWN) {
      length += length(key, attribute) - length(key, before);
    }
  }

  /**
   * Returns the bytes between the braces if an attribute were set and no value had changed since it
   * came.
   */
  int lengthWith(String key, Attribute attribute) {
    if (length == UNKNOWN) {
      length = 0;
      current.forEach((name, known) -> length += length(name, known));
    }
    return length + length(key, attribute) - length(key, current.get(key)) - 1;
  }

  private static int length(String key, @Nullable Attribute attribute) {
    return attribute == null ? 0 : Json.nameLength(key) + attribute.text().length() + PUNCTUATION;
  }

  void clear() {
    current.clear();
    length = UNKNOWN;
  }

  /** Iterates over the names; removing goes through to the attributes. */
  Iterator<String> names() {
    var names = current.keySet().iterator();
    return new Iterator<>() {
      @Override
      public boolean hasNext() {
        return names.hasNext();
      }

      @Override
      public String next() {
        return names.next();
      }

      @Override
      public void remove() {
        names.remove();
        length = UNKNOWN;
      }
    };
  }

  /** Returns the text of every attribute as it is now; one that came to nothing is none. */
  Map<String, JsonText> texts() {
    return textsOf(current);
  }

  /** Returns what the texts would be now with an attribute set. */
  Map<String, JsonText> textsWith(String key, Attribute attribute) {
    Map<String, Attribute> with = new LinkedHashMap<>(current);
    with.put(key, attribute);
    return textsOf(with);
  }

  private Map<String, JsonText> textsOf(Map<String, Attribute> attributes) {
    Map<String, JsonText> texts = new LinkedHashMap<>();
    attributes.forEach(
        (key, attribute) -> {
          JsonText text = attribute.now(json, key);
          if (!Json.isNull(text)) {
            texts.put(key, text);
          }
        });
    return texts;
  }

  /** Tells whether the texts say something else than what came with the request. */
  boolean differFromStored(Map<String, JsonText> texts) {
    return !texts.keySet().equals(stored.keySet())
        || texts.entrySet().stream().anyMatch(this::isChanged);
  }

  private boolean isChanged(Map.Entry<String, JsonText> now) {
    JsonText before = stored.get(now.getKey());
    Attribute attribute = current.get(now.getKey());
    return before == null
        || (!json.sameContent(before, now.getValue())
            && !(attribute != null
                && attribute.isSet()
                && json.sameElements(before, now.getValue())));
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
