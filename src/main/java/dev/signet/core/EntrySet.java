package dev.signet.core;

import static java.util.Objects.requireNonNull;

import java.util.AbstractSet;
import java.util.Iterator;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The entries of a session; a value is read when it is asked for. */
final class EntrySet extends AbstractSet<Map.Entry<String, Object>> {

  private final RequestSession session;

  EntrySet(RequestSession session) {
    this.session = session;
  }

  @Override
  public int size() {
    return session.size();
  }

  @Override
  public void clear() {
    session.clear();
  }

  @Override
  public Iterator<Map.Entry<String, Object>> iterator() {
    return new ViewIterator<>(session, key -> new View(session, key));
  }

  /** One entry, which goes through to the session. */
  private record View(RequestSession session, String key) implements Map.Entry<String, Object> {

    @Override
    public String getKey() {
      return key;
    }

    @Override
    public Object getValue() {
      return requireNonNull(session.get(key), "The attribute was removed meanwhile.");
    }

    @Override
    public @Nullable Object setValue(Object value) {
      requireNonNull(value, "The value of an entry is not null; remove the entry instead.");
      if (!session.containsKey(key)) {
        throw new IllegalStateException("The attribute was removed meanwhile.");
      }
      return session.put(key, value);
    }

    @Override
    public boolean equals(Object other) {
      return other instanceof Map.Entry<?, ?> that
          && key.equals(that.getKey())
          && Objects.equals(getValue(), that.getValue());
    }

    @Override
    public int hashCode() {
      return key.hashCode() ^ getValue().hashCode();
    }

    /** Shows the name only. */
    @Override
    public String toString() {
      return key;
    }
  }
}
