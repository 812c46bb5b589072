package dev.signet.core;

import static java.util.Objects.requireNonNull;

import dev.signet.LogIn;
import dev.signet.Session;
import dev.signet.SessionAttributeException;
import dev.signet.SessionEvent;
import jakarta.ws.rs.core.GenericType;
import java.lang.reflect.Type;
import java.util.AbstractMap;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/** A session as a map of attributes. Not thread-safe. */
abstract class SessionMap extends AbstractMap<String, Object> implements Session {

  private final SessionLifecycle lifecycle;

  SessionMap(SessionLifecycle lifecycle) {
    this.lifecycle = lifecycle;
  }

  /** Returns the session for reading; the first call loads it. */
  abstract SessionChanges loaded();

  /**
   * Returns the session for a change.
   *
   * @throws IllegalStateException if it can no longer be changed
   */
  abstract SessionChanges modifiable();

  private Attributes attributes() {
    return loaded().attributes();
  }

  @Override
  public int size() {
    return lifecycle.unreadableIsAbsent() ? names().size() : attributes().names().size();
  }

  @Override
  public boolean containsKey(@Nullable Object key) {
    return key instanceof String name
        && !Flashes.isKey(name)
        && attributes().containsKey(name)
        && (!lifecycle.unreadableIsAbsent() || get(name) != null);
  }

  @Override
  public @Nullable Object get(@Nullable Object key) {
    return key instanceof String name ? read(name, Object.class) : null;
  }

  @Override
  @SuppressWarnings("unchecked") // the attribute is read as this very type
  public <T> @Nullable T get(String key, Class<T> type) {
    return (T) read(requireNonNull(key), type);
  }

  @Override
  @SuppressWarnings("unchecked") // the attribute is read as this very type
  public <T> @Nullable T get(String key, GenericType<T> type) {
    return (T) read(requireNonNull(key), type.getType());
  }

  @Override
  @SuppressWarnings("unchecked") // the type is the fallback's, or an interface of it
  public <T> T get(String key, T fallback) {
    Type type = DefaultValueType.of(requireNonNull(key), requireNonNull(fallback));
    Object value = read(key, type);
    if (value != null && DefaultValueType.needsClassOf(value, fallback)) {
      value = read(key, fallback.getClass());
    }
    return value == null ? fallback : (T) value;
  }

  private @Nullable Object read(String key, Type type) {
    if (Flashes.isKey(key)) {
      return null;
    }
    try {
      return attributes().get(key, type);
    } catch (SessionAttributeException e) {
      return unreadable(e);
    }
  }

  private @Nullable Object unreadable(SessionAttributeException e) {
    if (!lifecycle.unreadableIsAbsent()) {
      throw e;
    }
    lifecycle.publish(new SessionEvent.AttributeUnreadable());
    return null;
  }

  @Override
  public void flash(String name, @Nullable Object value) {
    modifiable().flash(requireNonNull(name), value);
  }

  @Override
  @SuppressWarnings("unchecked") // the value is read as this very type
  public <T> @Nullable T flash(String name, Class<T> type) {
    return (T) takeFlash(name, type);
  }

  @Override
  @SuppressWarnings("unchecked") // the value is read as this very type
  public <T> @Nullable T flash(String name, GenericType<T> type) {
    return (T) takeFlash(name, type.getType());
  }

  @Override
  public @Nullable Object flash(String name) {
    return takeFlash(name, Object.class);
  }

  private @Nullable Object takeFlash(String name, Type type) {
    Flashes flashes = attributes().flashes();
    if (flashes.isUnread(requireNonNull(name))) {
      var unused = modifiable();
    }
    try {
      return flashes.take(name, type);
    } catch (SessionAttributeException e) {
      return unreadable(e);
    }
  }

  @Override
  public void logIn(String name, Set<String> roles) {
    logIn(LogIn.of(name).roles(roles));
  }

  @Override
  public @Nullable Object put(String key, @Nullable Object value) {
    return modifiable().put(requireNonNull(key), value);
  }

  @Override
  public @Nullable Object remove(@Nullable Object key) {
    SessionChanges changes = modifiable();
    return key instanceof String name && Flashes.isKey(name) ? null : changes.remove(key);
  }

  @Override
  public void clear() {
    modifiable().clear();
  }

  /** Keeps the exception of a decided session; the inherited method would replace it. */
  @Override
  public void replaceAll(BiFunction<? super String, ? super Object, ? extends Object> replacement) {
    for (Entry<String, Object> entry : entrySet()) {
      entry.setValue(replacement.apply(entry.getKey(), entry.getValue()));
    }
  }

  @Override
  public Set<Entry<String, Object>> entrySet() {
    return new EntrySet(this);
  }

  @Override
  public Collection<Object> values() {
    return new ValueCollection(this);
  }

  /** Returns a copy of the names. */
  List<String> names() {
    List<String> names = attributes().names();
    if (lifecycle.unreadableIsAbsent()) {
      names.removeIf(name -> get(name) == null);
    }
    return names;
  }
}
