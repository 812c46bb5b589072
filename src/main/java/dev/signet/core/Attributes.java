package dev.signet.core;

import static java.util.Collections.unmodifiableMap;

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

/** The attributes of a session, those that were loaded, and their size in bytes. */
final class Attributes {

  private static final int NAMED_IN_MESSAGE = 3;

  /** A colon and a comma go with each attribute; the one comma too many is taken off. */
  private static final int PUNCTUATION = 2;

  /** The size of a session that is only read is not computed. */
  private static final int UNKNOWN = -1;

  private final JsonCodec json;
  private Map<String, RawJson> stored;

  /** All attributes as they were loaded or put; the loaded map until the first change. */
  private Map<String, RawJson> texts;

  /** Whether the map of texts is shared and has to be copied before a change. */
  private boolean shared = true;

  /** The attributes whose values were returned or put, and may be changed by their holders. */
  private final Map<String, Attribute> handedOut = new HashMap<>();

  private int length = UNKNOWN;

  /**
   * @param json writes and reads values
   * @param stored the attributes that came with the request
   */
  Attributes(JsonCodec json, Map<String, RawJson> stored) {
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
    return value(name, find(name));
  }

  @Nullable Object get(String key, Type type) {
    Attribute attribute = find(key);
    return attribute == null ? null : attribute.get(json, key, type);
  }

  /** Returns an attribute, or null if there is none of that name. */
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

  /** Returns the value of an attribute; null if there is none or it cannot be read. */
  @Nullable Object valueOrNull(String key, @Nullable Attribute attribute) {
    try {
      return value(key, attribute);
    } catch (SessionAttributeException e) {
      return null; // it is replaced or removed, so that the session is well again
    }
  }

  /**
   * Returns an attribute for a value, or null where the value comes to nothing.
   *
   * @param before the attribute whose place it takes
   */
  @Nullable Attribute attribute(String key, @Nullable Object value, @Nullable Attribute before) {
    if (value == null) {
      return null;
    }
    // Before the text, so that what somebody changes meanwhile is written again.
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
   * Returns the bytes between the braces, and one more, if an attribute were set and no value had
   * changed since it came.
   *
   * @param before the attribute whose place it takes
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

  /** Returns the present text of every attribute, without those that became null. */
  Map<String, RawJson> texts() {
    shared = true;
    return textsOf(texts, handedOut);
  }

  /** Returns what the texts would be now with an attribute set. */
  Map<String, RawJson> textsWith(String key, Attribute attribute) {
    Map<String, RawJson> texts = new LinkedHashMap<>(this.texts);
    texts.put(key, attribute.text());
    Map<String, Attribute> values = new HashMap<>(handedOut);
    values.put(key, attribute);
    return textsOf(texts, values);
  }

  /** Returns the texts, with the present texts of values that changed. */
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
   * Returns what the texts say else than what came with the request: those that differ, and null
   * for each that is gone.
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

  /** Takes note that these texts are kept by now. */
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

  /** Returns the names of the largest attributes, each with its size, the largest first. */
  static List<String> largest(Map<String, RawJson> texts) {
    return texts.entrySet().stream()
        .sorted(Comparator.comparingInt(entry -> -entry.getValue().length()))
        .limit(NAMED_IN_MESSAGE)
        .map(entry -> "'%s' (%d bytes)".formatted(entry.getKey(), entry.getValue().length()))
        .toList();
  }
}
