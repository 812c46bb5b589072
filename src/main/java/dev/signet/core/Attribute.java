package dev.signet.core;

import static java.util.Objects.requireNonNull;

import dev.signet.SessionAttributeException;
import dev.signet.json.BeanState;
import dev.signet.json.IdentitySnapshot;
import dev.signet.json.JsonCodec;
import dev.signet.json.RawJson;
import jakarta.ws.rs.core.GenericType;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.List;
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

  /** The fields of a session bean that are written; null for other values. */
  private @Nullable BeanState<?> bean;

  /** The content of the value when it was put; {@link #text} was written from it. */
  private @Nullable IdentitySnapshot snapshot;

  /** The objects that were returned before the value, as other types. */
  private @Nullable List<Attribute> earlier;

  /** Whether another object was changed since, so that a change of this one is a conflict. */
  private boolean stale;

  /** Creates a value that was loaded as text. */
  Attribute(RawJson text) {
    this.text = text;
    this.origin = text;
  }

  /** Creates a value that was read from its text as a type. */
  static Attribute ofRead(RawJson text, Object value, Type type) {
    var attribute = new Attribute(text);
    var unused = attribute.handOut(value, type);
    return attribute;
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
  private Attribute(
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

  /**
   * Creates a value that is put, with its text.
   *
   * @param before the attribute that it replaces, or null
   */
  static Attribute ofPut(String key, Object value, @Nullable Attribute before, ValueWriter writer) {
    // Taken before the text, so that a concurrent change of the value is detected and written.
    IdentitySnapshot snapshot = JsonCodec.isImmutable(value) ? null : IdentitySnapshot.of(value);
    return new Attribute(writer.write(key, value), value, snapshot, before);
  }

  /** Creates a session bean that is not in the session, and will be only if it changes. */
  static <T> Attribute ofNewBean(RawJson initial, T object, BeanState<T> bean) {
    var attribute = new Attribute(initial);
    attribute.bind(object, bean, false);
    return attribute;
  }

  /**
   * Makes a session bean the value. It has the state of the value that it replaces.
   *
   * @param known whether the application may have the object that it replaces
   */
  <T> void bind(T object, BeanState<T> as, boolean known) {
    if (known) {
      supersede(null);
    }
    value = object;
    type = as.type();
    snapshot = null;
    bean = as;
    if (earlier != null) {
      earlier.removeIf(each -> each.value == object);
    }
  }

  /** Gives a session bean, which is the value, the changes of the other objects. */
  <T> void update(T object, BeanState<T> as, JsonCodec json, String key) {
    Attribute current = earlier == null ? this : current(json, key);
    if (current != this) {
      RawJson text = current.ownText(json, key);
      as.copy(as.type().cast(json.read(key, text, as.type())), object);
      agreeOn(text, json, key);
      origin = text;
      stale = false;
    }
  }

  /** Returns whether the value may be known to the application. */
  boolean isRead() {
    return value != null;
  }

  /** Returns whether the value is this very object. */
  boolean isBoundTo(Object object) {
    return value == object;
  }

  private boolean isOfSameClass(Object other) {
    return value != null && value.getClass() == other.getClass() && !JsonCodec.isImmutable(other);
  }

  /** Returns whether the value is a set, whose elements have no order. */
  boolean isSet() {
    return value instanceof Set;
  }

  /** Returns whether its text represents a value completely, so that it can be read again. */
  static boolean isText(Object value) {
    return value instanceof String || value instanceof Integer || value instanceof Boolean;
  }

  /** Returns the text that was loaded, or written when the value was put. */
  RawJson text() {
    return text;
  }

  /**
   * Returns the value as a type; the same instance if reading it as that type changes nothing.
   *
   * @param wanted the type; {@code Object.class} for the value as it was put or last read, or
   *     untyped if it was neither
   */
  Object get(JsonCodec json, String key, Type wanted) {
    if (value == null) {
      return handOut(json.read(key, text, wanted), wanted);
    }
    Attribute known = earlier == null ? this : current(json, key);
    if (wanted == Object.class || known.isOf(wanted)) {
      return known.value();
    }
    RawJson current = known.ownText(json, key);
    Object read = json.read(key, current, wanted);
    boolean same =
        new GenericType<>(wanted).getRawType().isInstance(known.value) && read.equals(known.value);
    if (same) {
      return known.value();
    }
    agreeOn(current, json, key);
    Attribute match =
        all().stream()
            .filter(each -> each.isOf(wanted) && each.origin.equals(current))
            .findFirst()
            .orElse(null);
    supersede(match);
    origin = current;
    stale = false;
    if (match == null) {
      return handOut(read, wanted);
    }
    value = match.value;
    type = match.type;
    snapshot = match.snapshot;
    bean = match.bean;
    return match.value();
  }

  /** Records that a text is the content, so that only later changes count. */
  private void agreeOn(RawJson content, JsonCodec json, String key) {
    for (Attribute each : all()) {
      each.origin = each.ownText(json, key);
      each.stale = !json.sameContent(each.origin, content);
    }
  }

  private boolean isOf(Type wanted) {
    return wanted.equals(type) || (type == null && wanted == value().getClass());
  }

  private Object value() {
    return requireNonNull(value);
  }

  /**
   * Keeps the value among the earlier ones, because the application may still change it.
   *
   * @param next the earlier one that takes its place; null if it is a new one
   */
  private void supersede(@Nullable Attribute next) {
    if (earlier != null && next != null) {
      earlier.remove(next);
    }
    if (!JsonCodec.isImmutable(value())) {
      var superseded = new Attribute(text);
      superseded.origin = origin;
      superseded.value = value;
      superseded.type = type;
      superseded.snapshot = snapshot;
      superseded.bean = bean;
      superseded.stale = stale;
      earlier = earlier == null ? new ArrayList<>(1) : earlier;
      earlier.add(superseded);
    }
  }

  private RawJson write(JsonCodec json, String key, Object object) {
    return json.write(key, bean == null ? object : bean.of(object));
  }

  private Object handOut(Object read, Type as) {
    value = read;
    type = as;
    snapshot = null;
    bean = null;
    return read;
  }

  /**
   * Returns the text of the value in its current state. If the value did not change, this is the
   * text that it was read from, so that content unknown to its type is kept.
   *
   * @throws SessionAttributeException if the value was read as several types, and several of the
   *     objects were changed
   */
  RawJson currentText(JsonCodec json, String key) {
    return (earlier == null ? this : current(json, key)).ownText(json, key);
  }

  /** Returns this attribute, or the earlier one whose value was changed after this one was read. */
  private Attribute current(JsonCodec json, String key) {
    Attribute changed = null;
    for (Attribute each : all()) {
      if (each.ownText(json, key).equals(each.origin)) {
        continue;
      }
      if (each.stale
          || (changed != null
              && !json.sameContent(each.ownText(json, key), changed.ownText(json, key)))) {
        throw new SessionAttributeException(
            key,
            each.value().getClass().getTypeName(),
            "Attribute '%s' was read as several types, and two of the objects were changed in different ways, so that one change would be lost. Change one of them only, and read the attribute as one type."
                .formatted(key));
      }
      changed = each;
    }
    return changed == null ? this : changed;
  }

  private List<Attribute> all() {
    if (earlier == null) {
      return List.of(this);
    }
    List<Attribute> all = new ArrayList<>(earlier);
    all.add(this);
    return all;
  }

  private RawJson ownText(JsonCodec json, String key) {
    if (value == null || JsonCodec.isImmutable(value)) {
      return origin;
    }
    RawJson current = snapshot != null && snapshot.isOf(value) ? text : write(json, key, value);
    if (current.equals(origin)) {
      return origin;
    }
    boolean untouched =
        type != null && json.sameContent(current, json.write(key, json.read(key, origin, type)));
    return untouched ? origin : current;
  }
}
