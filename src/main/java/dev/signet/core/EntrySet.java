package dev.signet.core;

import static java.util.Objects.requireNonNull;

import java.util.AbstractSet;
import java.util.Iterator;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A live view of the entries of a session. A value is read when {@code getValue} is called. */
final class EntrySet extends AbstractSet<Map.Entry<String, Object>> {

  private final SessionMap session;

  EntrySet(SessionMap session) {
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

  /** An entry that reads from and writes to the session. */
  private record View(SessionMap session, String key) implements Map.Entry<String, Object> {

    @Override
    public String getKey() {
      return key;
    }

    @Override
    public Object getValue() {
      return requireNonNull(session.get(key), "The attribute of this entry has been removed.");
    }

    @Override
    public @Nullable Object setValue(Object value) {
      requireNonNull(value, "The value of an entry must not be null; remove the entry instead.");
      if (!session.containsKey(key)) {
        throw new IllegalStateException("The attribute of this entry has been removed.");
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

    /** Returns the name only, because values may be secret. */
    @Override
    public String toString() {
      return key;
    }
  }
}
