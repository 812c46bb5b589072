package dev.signet.core;

import static java.util.Collections.unmodifiableMap;
import static java.util.stream.Collectors.joining;

import dev.signet.SessionAttributeException;
import dev.signet.json.IdentitySnapshot;
import dev.signet.json.JsonCodec;
import dev.signet.json.RawJson;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The current and the loaded attributes of a session, and their size in bytes. Not thread-safe. */
final class Attributes {

  private static final int NAMED_IN_MESSAGE = 3;

  /** The bytes of the colon and the comma of an attribute; the last one has no comma. */
  private static final int PUNCTUATION = 2;

  /** The bytes of the braces around all attributes. */
  private static final int BRACES = 2;

  /** The size before it is computed; a session that is only read does not need it. */
  private static final int UNKNOWN = -1;

  private final JsonCodec json;
  private Map<String, RawJson> stored;

  /** The texts of all attributes when loaded or put; the loaded map until the first change. */
  private Map<String, RawJson> texts;

  /** Whether the map of texts is shared, so that it must be copied before a change. */
  private boolean shared = true;

  /** The attributes whose values were returned or put, so that the application may change them. */
  private final Map<String, Attribute> handedOut = new HashMap<>();

  private int length = UNKNOWN;

  /**
   * @param json writes and reads values
   * @param stored the loaded attributes
   */
  Attributes(JsonCodec json, Map<String, RawJson> stored) {
    this.json = json;
    this.stored = stored;
    this.texts = stored;
  }

  int size() {
    return texts.size();
  }

  /** Returns the number of attributes that the map of the session has; flash values are not. */
  int sizeOfMap() {
    int size = texts.size();
    for (String name : texts.keySet()) {
      if (Flashes.isKey(name)) {
        size--;
      }
    }
    return size;
  }

  boolean containsKey(@Nullable Object key) {
    return key != null && texts.containsKey(key);
  }

  @Nullable Object get(@Nullable Object key) {
    if (!(key instanceof String name)) {
      return null;
    }
    return value(name, find(name));
  }

  @Nullable Object get(String key, Type type) {
    Attribute attribute = find(key);
    return attribute == null ? null : attribute.get(json, key, type);
  }

  /** Returns an attribute, or null if absent. */
  @Nullable Attribute find(String key) {
    Attribute known = handedOut.get(key);
    RawJson text = known == null ? texts.get(key) : null;
    if (text == null) {
      return known;
    }
    var attribute = new Attribute(text);
    handedOut.put(key, attribute);
    return attribute;
  }

  /** Returns the value of an attribute, or null if the attribute is null. */
  @Nullable Object value(String key, @Nullable Attribute attribute) {
    return attribute == null ? null : attribute.get(json, key);
  }

  /** Returns the value of an attribute; null if it is absent or cannot be read. */
  @Nullable Object valueOrNull(String key, @Nullable Attribute attribute) {
    try {
      return value(key, attribute);
    } catch (SessionAttributeException e) {
      return null; // the caller replaces or removes it, so the session can be read again
    }
  }

  /**
   * Creates an attribute for a value, or returns null if the value is null or JSON {@code null}.
   *
   * @param before the attribute that it replaces, or null
   */
  @Nullable Attribute attribute(String key, @Nullable Object value, @Nullable Attribute before) {
    if (value == null) {
      return null;
    }
    // Taken before the text, so that a concurrent change of the value is detected and written.
    IdentitySnapshot snapshot = JsonCodec.isImmutable(value) ? null : IdentitySnapshot.of(value);
    RawJson text = json.write(key, value);
    return JsonCodec.isNull(text) ? null : new Attribute(text, value, snapshot, before);
  }

  /**
   * Puts an attribute.
   *
   * @param length the result of {@link #lengthWith}
   */
  void set(String key, Attribute attribute, int length) {
    requireOwn();
    texts.put(key, attribute.text());
    if (attribute.isText()) {
      handedOut.remove(key);
    } else {
      handedOut.put(key, attribute);
    }
    this.length = length;
  }

  void remove(String key) {
    requireOwn();
    texts.remove(key);
    handedOut.remove(key);
    length = UNKNOWN;
  }

  private void requireOwn() {
    if (shared) {
      texts = new LinkedHashMap<>(texts);
      shared = false;
    }
  }

  /**
   * Returns the bytes that the attributes would take between the braces, plus one, if an attribute
   * were set. Changes inside values are not counted.
   *
   * @param before the attribute that it replaces, or null
   */
  int lengthWith(String key, Attribute attribute, @Nullable Attribute before) {
    if (length == UNKNOWN) {
      length = 0;
      texts.forEach((name, text) -> length += length(name, text));
    }
    return before == null
        ? length + length(key, attribute.text())
        : length + attribute.text().length() - before.text().length();
  }

  /** Returns the bytes of texts as one JSON object. */
  static int sizeOf(Map<String, RawJson> texts) {
    int size = texts.isEmpty() ? BRACES : BRACES - 1;
    for (var entry : texts.entrySet()) {
      size += length(entry.getKey(), entry.getValue());
    }
    return size;
  }

  /** Returns the bytes of the loaded or saved attributes as one JSON object. */
  int savedSize() {
    return sizeOf(stored);
  }

  private static int length(String key, RawJson text) {
    return JsonCodec.nameLength(key) + text.length() + PUNCTUATION;
  }

  void clear() {
    texts = new LinkedHashMap<>();
    shared = false;
    handedOut.clear();
    length = UNKNOWN;
  }

  /** Returns a copy of the names. */
  List<String> names() {
    return new ArrayList<>(texts.keySet());
  }

  /** Returns the current text of every attribute, without those that became JSON {@code null}. */
  Map<String, RawJson> texts() {
    shared = true;
    return textsOf(texts, handedOut);
  }

  /** Returns the current texts as they would be with an attribute set. */
  Map<String, RawJson> textsWith(String key, Attribute attribute) {
    Map<String, RawJson> texts = new LinkedHashMap<>(this.texts);
    texts.put(key, attribute.text());
    Map<String, Attribute> values = new HashMap<>(handedOut);
    values.put(key, attribute);
    return textsOf(texts, values);
  }

  /** Returns the texts, with the current texts of values that changed. */
  private Map<String, RawJson> textsOf(Map<String, RawJson> texts, Map<String, Attribute> values) {
    Map<String, RawJson> now = texts;
    for (var entry : values.entrySet()) {
      Attribute attribute = entry.getValue();
      RawJson text = attribute.currentText(json, entry.getKey());
      if (!text.equals(attribute.text())) {
        now = now == texts ? new LinkedHashMap<>(texts) : now;
        if (JsonCodec.isNull(text)) {
          now.remove(entry.getKey());
        } else {
          now.put(entry.getKey(), text);
        }
      }
    }
    return now;
  }

  /**
   * Returns the differences from the attributes that were last loaded or saved: each text that
   * differs, and null for each attribute that was removed.
   */
  Map<String, @Nullable RawJson> changes(Map<String, RawJson> texts) {
    if (stored.isEmpty()) {
      return unmodifiableMap(texts);
    }
    Map<String, @Nullable RawJson> changes = new HashMap<>();
    for (String name : stored.keySet()) {
      if (!texts.containsKey(name)) {
        changes.put(name, null);
      }
    }
    texts.forEach(
        (name, text) -> {
          if (isChanged(name, text)) {
            changes.put(name, text);
          }
        });
    return changes;
  }

  /** Records that these texts have been saved, so that later changes are relative to them. */
  void markSaved(Map<String, RawJson> texts) {
    stored = Map.copyOf(texts);
  }

  private boolean isChanged(String name, RawJson now) {
    RawJson before = stored.get(name);
    if (before == null) {
      return true;
    }
    if (json.sameContent(before, now)) {
      return false;
    }
    Attribute attribute = handedOut.get(name);
    return attribute == null || !attribute.isSet() || !json.sameElements(before, now);
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
