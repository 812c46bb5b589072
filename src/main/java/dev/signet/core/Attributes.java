package dev.signet.core;

import dev.signet.SessionAttributeException;
import dev.signet.json.BeanState;
import dev.signet.json.JsonCodec;
import dev.signet.json.RawJson;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The current and the loaded attributes of a session, and their size in bytes. Not thread-safe. */
final class Attributes {

  /** The size before it is computed; a session that is only read does not need it. */
  private static final int UNKNOWN = -1;

  /** The length in bytes up to which a text that represents its value is read each time. */
  private static final int MOST_READ_AGAIN = 100;

  /** The capacity for attributes handed out; most requests use no more. */
  private static final int MOST_HANDED_OUT = 4;

  private final JsonCodec json;

  /** The texts of the attributes that were last loaded or saved. */
  private Map<String, RawJson> saved;

  /** The texts of all attributes when loaded or put; the loaded map until the first change. */
  private Map<String, RawJson> texts;

  /** Whether the map of texts is shared, so that it must be copied before a change. */
  private boolean shared = true;

  /** The attributes whose values were returned or put, so that the application may change them. */
  private Map<String, Attribute> handedOut = Map.of();

  private final ValueWriter writer;

  private @Nullable Flashes flashes;

  private NewBeans newBeans = NewBeans.NONE;

  private int length = UNKNOWN;

  /**
   * @param json writes and reads values
   * @param stored the loaded attributes
   */
  Attributes(JsonCodec json, Map<String, RawJson> stored) {
    this.json = json;
    this.writer = new ValueWriter(json);
    this.saved = stored;
    this.texts = stored;
  }

  /** Returns the flash values among the attributes. */
  Flashes flashes() {
    Flashes known = flashes;
    if (known == null) {
      known = new Flashes(json, this);
      flashes = known;
    }
    return known;
  }

  boolean isEmpty() {
    return texts.isEmpty() && newBeans.changed(json).isEmpty();
  }

  boolean containsKey(@Nullable Object key) {
    return key instanceof String name
        && (texts.containsKey(name) || newBeans.isChanged(name, json));
  }

  /**
   * Returns the value of an attribute; null if absent.
   *
   * @param type the type to read; {@code Object.class} for the value as it is known, or untyped
   */
  @Nullable Object get(String key, Type type) {
    if (newBeans.isUnchanged(key, json)) {
      return null;
    }
    Attribute known = handedOut.get(key);
    if (known != null) {
      return known.get(json, key, type);
    }
    RawJson text = texts.get(key);
    if (text == null) {
      return null;
    }
    Object value = json.read(key, text, type);
    if (!Attribute.isText(value) || text.length() > MOST_READ_AGAIN) {
      handOut(key, Attribute.ofRead(text, value, type));
    }
    return value;
  }

  /**
   * Makes an object of the container the value of an attribute.
   *
   * @param stored the state that the attribute has, from {@link #get(String, Type)}; null if it is
   *     absent or cannot be read
   * @param known whether the application may have the object that has that state
   */
  <T> void bind(BeanState<T> bean, T object, @Nullable T stored, boolean known) {
    String name = bean.name();
    Attribute attribute = stored == null ? null : find(name);
    if (stored != null && attribute != null) {
      bean.copy(stored, object);
      attribute.bind(object, bean, known);
      return;
    }
    attribute = Attribute.ofNewBean(json.write(name, bean.initial()), object, bean);
    handOut(name, attribute);
    if (!texts.containsKey(name)) {
      newBeans = newBeans.with(name, attribute);
    }
  }

  /** Gives a session bean the changes of other objects of its attribute. */
  <T> void update(BeanState<T> bean, T object) {
    Attribute attribute = handedOut.get(bean.name());
    if (attribute != null) {
      attribute.update(object, bean, json, bean.name());
    }
  }

  /** Returns whether the application may have an object that is the value of an attribute. */
  boolean isRead(String name) {
    Attribute attribute = handedOut.get(name);
    return attribute != null && attribute.isRead();
  }

  /** Returns whether an object is the value of an attribute. */
  boolean isBound(String name, Object object) {
    Attribute attribute = handedOut.get(name);
    return attribute != null && attribute.isBoundTo(object);
  }

  /** Returns an attribute, or null if absent. */
  @Nullable Attribute find(String key) {
    Attribute known = handedOut.get(key);
    RawJson text = known == null ? texts.get(key) : null;
    if (text == null) {
      return known;
    }
    var attribute = new Attribute(text);
    handOut(key, attribute);
    return attribute;
  }

  private void handOut(String key, Attribute attribute) {
    if (handedOut.isEmpty()) {
      handedOut = new HashMap<>(MOST_HANDED_OUT);
    }
    handedOut.put(key, attribute);
  }

  /** Returns the value of an attribute; null if it is absent or cannot be read. */
  @Nullable Object valueOrNull(String key) {
    try {
      return get(key, Object.class);
    } catch (SessionAttributeException e) {
      return null; // the caller replaces or removes it, so the session can be read again
    }
  }

  /** Creates an attribute for a value that the application may change. */
  Attribute attribute(String key, Object value) {
    Attribute before = newBeans.isUnchanged(key, json) ? null : handedOut.get(key);
    return Attribute.ofPut(key, value, before, writer);
  }

  /**
   * Returns the text of a value that is put.
   *
   * @throws SessionAttributeException if it cannot become JSON that is read back as it was
   */
  RawJson write(String key, Object value) {
    return writer.write(key, value);
  }

  /**
   * Puts an attribute.
   *
   * @param attribute the attribute with its value; null if the text represents it completely
   * @param length the result of {@link #lengthWith}
   */
  void set(String key, RawJson text, @Nullable Attribute attribute, int length) {
    requireOwn();
    newBeans = newBeans.without(key);
    texts.put(key, text);
    if (attribute != null) {
      handOut(key, attribute);
    } else if (!handedOut.isEmpty()) {
      handedOut.remove(key);
    }
    this.length = length;
  }

  void remove(String key) {
    requireOwn();
    newBeans = newBeans.without(key);
    texts.remove(key);
    if (!handedOut.isEmpty()) {
      handedOut.remove(key);
    }
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
   */
  int lengthWith(String key, RawJson text) {
    if (length == UNKNOWN) {
      length = texts.isEmpty() ? 0 : AttributeSizes.sizeOf(texts) - 1;
    }
    RawJson before = texts.get(key);
    return before == null
        ? length + AttributeSizes.length(key, text)
        : length + text.length() - before.length();
  }

  /** Returns the bytes of the loaded or saved attributes as one JSON object. */
  int savedSize() {
    return AttributeSizes.sizeOf(saved);
  }

  void clear() {
    texts = new LinkedHashMap<>();
    shared = false;
    newBeans = NewBeans.NONE;
    flashes = null;
    handedOut = Map.of();
    length = UNKNOWN;
  }

  /** Returns a copy of the names, without those of flash values. */
  List<String> names() {
    List<String> names = new ArrayList<>(texts.keySet());
    names.removeIf(Flashes::isKey);
    names.addAll(newBeans.changed(json));
    return names;
  }

  /** Returns the current text of every attribute, without those that became JSON {@code null}. */
  Map<String, RawJson> texts() {
    shared = true;
    return textsOf(texts, handedOut);
  }

  /** Returns the current texts as they would be with an attribute set. */
  Map<String, RawJson> textsWith(String key, RawJson text) {
    Map<String, RawJson> texts = new LinkedHashMap<>(this.texts);
    texts.put(key, text);
    Map<String, Attribute> values = new HashMap<>(handedOut);
    values.remove(key);
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
    return new SavedAttributes(json, saved).changes(texts, this::isSet);
  }

  private boolean isSet(String name) {
    Attribute attribute = handedOut.get(name);
    return attribute != null && attribute.isSet();
  }

  /** Records that these texts have been saved, so that later changes are relative to them. */
  void markSaved(Map<String, RawJson> texts) {
    saved = Map.copyOf(texts);
  }
}
