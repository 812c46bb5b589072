package dev.signet.core;

import dev.signet.json.Json;
import dev.signet.json.JsonText;
import jakarta.ws.rs.core.GenericType;
import java.lang.reflect.Type;
import org.jspecify.annotations.Nullable;

/**
 * The value of one attribute: text until somebody asks for it, and from then on the object that was
 * handed out or in, which its holder may change.
 */
final class Attribute {

  private final JsonText text;
  private @Nullable Object value;
  private @Nullable Type type;

  /** A value that came as text. */
  Attribute(JsonText text) {
    this.text = text;
  }

  /** A value that was handed in, and what its text was then. */
  Attribute(JsonText text, Object value) {
    this.text = text;
    this.value = value;
  }

  /** Returns the text as it was when it came. */
  JsonText text() {
    return text;
  }

  /** Returns the value as whatever it is. */
  Object get(Json json, String key) {
    return value != null ? value : handOut(json.read(key, text, Object.class), Object.class);
  }

  /** Returns the value as a type. */
  Object get(Json json, String key, Type wanted) {
    Object known = value;
    if (known == null) {
      return handOut(json.read(key, text, wanted), wanted);
    }
    if (wanted.equals(type) || (type == null && wanted == known.getClass())) {
      return known;
    }
    Object read = json.read(key, json.write(key, known), wanted);
    boolean same = new GenericType<>(wanted).getRawType().isInstance(known) && read.equals(known);
    return same ? known : handOut(read, wanted);
  }

  private Object handOut(Object read, Type as) {
    value = read;
    type = as;
    return read;
  }

  /**
   * Returns the text of the value as it is now. Where nobody changed it, that is the very text it
   * came as: what a type does not know of it is kept.
   */
  JsonText now(Json json, String key) {
    if (value == null || Json.isImmutable(value)) {
      return text;
    }
    JsonText current = json.write(key, value);
    if (current.equals(text)) {
      return text;
    }
    boolean untouched =
        type != null && json.sameContent(current, json.write(key, json.read(key, text, type)));
    return untouched ? text : current;
  }
}
