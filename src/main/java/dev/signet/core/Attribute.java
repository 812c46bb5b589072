package dev.signet.core;

import dev.signet.json.IdentitySnapshot;
import dev.signet.json.JsonCodec;
import dev.signet.json.RawJson;
import jakarta.ws.rs.core.GenericType;
import java.lang.reflect.Type;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The value of one attribute: JSON text until it is read, then the object that was returned or put,
 * which the application may change. Not thread-safe.
 */
final class Attribute {

  private final RawJson text;
  private RawJson origin;
  private @Nullable Object value;
  private @Nullable Type type;

  /** The content of the value when it was put; {@link #text} was written from it. */
  private @Nullable IdentitySnapshot snapshot;

  /** Creates a value that was loaded as text. */
  Attribute(RawJson text) {
    this.text = text;
    this.origin = text;
  }

  /**
   * Creates a value that was put. If it replaces a value of the same class that was read before,
   * {@link #currentText} compares it with the text of that one: if the content is the same, the
   * text is kept, with the fields that the class does not declare.
   *
   * @param text the text of the value when it was put
   * @param snapshot the content of the value when it was put; null if the value is immutable
   * @param before the attribute that it replaces, or null
   */
  Attribute(
      RawJson text, Object value, @Nullable IdentitySnapshot snapshot, @Nullable Attribute before) {
    this.text = text;
    this.origin = text;
    this.value = value;
    this.snapshot = snapshot;
    if (before != null && before.type != null && before.isOfSameClass(value)) {
      this.origin = before.origin;
      this.type = before.type;
    }
  }

  private boolean isOfSameClass(Object other) {
    return value != null && value.getClass() == other.getClass() && !JsonCodec.isImmutable(other);
  }

  /** Returns whether the value is a set, whose elements have no order. */
  boolean isSet() {
    return value instanceof Set;
  }

  /** Returns whether the text represents the value completely, so that it can be read again. */
  boolean isText() {
    return value instanceof String || value instanceof Boolean;
  }

  /** Returns the text that was loaded, or written when the value was put. */
  RawJson text() {
    return text;
  }

  /** Returns the value as it was put or last read; read untyped if it was neither. */
  Object get(JsonCodec json, String key) {
    return value != null ? value : handOut(json.read(key, text, Object.class), Object.class);
  }

  /** Returns the value as a type; the same instance if reading it as that type changes nothing. */
  Object get(JsonCodec json, String key, Type wanted) {
    Object known = value;
    if (known == null) {
      return handOut(json.read(key, text, wanted), wanted);
    }
    if (wanted.equals(type) || (type == null && wanted == known.getClass())) {
      return known;
    }
    RawJson current = currentText(json, key);
    Object read = json.read(key, current, wanted);
    boolean same = new GenericType<>(wanted).getRawType().isInstance(known) && read.equals(known);
    if (same) {
      return known;
    }
    origin = current;
    return handOut(read, wanted);
  }

  private Object handOut(Object read, Type as) {
    value = read;
    type = as;
    snapshot = null;
    return read;
  }

  /**
   * Returns the text of the value in its current state. If the value did not change, this is the
   * text that it was read from, so that content unknown to its type is kept.
   */
  RawJson currentText(JsonCodec json, String key) {
    if (value == null || JsonCodec.isImmutable(value)) {
      return origin;
    }
    RawJson current = snapshot != null && snapshot.isOf(value) ? text : json.write(key, value);
    if (current.equals(origin)) {
      return origin;
    }
    boolean untouched =
        type != null && json.sameContent(current, json.write(key, json.read(key, origin, type)));
    return untouched ? origin : current;
  }
}
