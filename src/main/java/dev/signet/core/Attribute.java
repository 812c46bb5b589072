package dev.signet.core;

import dev.signet.json.IdentitySnapshot;
import dev.signet.json.JsonCodec;
import dev.signet.json.RawJson;
import jakarta.ws.rs.core.GenericType;
import java.lang.reflect.Type;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The value of one attribute: JSON text until it is read, and from then on the object that was
 * returned or put, which its holder may change.
 */
final class Attribute {

  private final RawJson text;
  private RawJson origin;
  private @Nullable Object value;
  private @Nullable Type type;

  /** The content of the value when it was put; {@link #text} was written from it. */
  private @Nullable IdentitySnapshot snapshot;

  /** A value that came as text. */
  Attribute(RawJson text) {
    this.text = text;
    this.origin = text;
  }

  /**
   * A value that was handed in, and what its text was then. Where it takes the place of one of its
   * kind that had been handed out, it is compared with what that one was read from: perhaps it is
   * the same, and there is something its type does not know.
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

  /** Returns the value as whatever it is. */
  Object get(JsonCodec json, String key) {
    return value != null ? value : handOut(json.read(key, text, Object.class), Object.class);
  }

  /** Returns the value as a type. */
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
   * Returns the text of the value in its present state. If the value did not change, that is the
   * text it was read from, so that content unknown to its type is kept.
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
