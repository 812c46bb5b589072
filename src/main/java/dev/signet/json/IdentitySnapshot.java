package dev.signet.json;

import java.util.Arrays;
import java.util.Collection;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The content of a list, set or map of scalars at one time, to find out later whether it has
 * changed. It compares the identity of the immutable elements, which is much cheaper than writing
 * the value again. It never misses a change, but may report one that did not happen.
 */
public final class IdentitySnapshot {

  private static final int ROOM = 12;

  /** Marks the beginning of a list, set or map, and its end. */
  private enum Mark {
    ARRAY,
    MAP,
    END
  }

  /** The elements and marks, in iteration order. */
  private @Nullable Object[] parts = new Object[ROOM];

  private int size;

  private IdentitySnapshot() {}

  /**
   * Takes a snapshot; returns null for values of other types and if the value cannot be iterated.
   */
  public static @Nullable IdentitySnapshot of(Object value) {
    if (!FastValueWriter.isJdkType(value, 0)) {
      return null;
    }
    var snapshot = new IdentitySnapshot();
    try {
      return snapshot.take(value, 0) ? snapshot : null;
    } catch (RuntimeException e) {
      return null; // writing the value reports the cause
    }
  }

  private boolean take(@Nullable Object value, int depth) {
    if (FastValueWriter.isScalar(value)) {
      add(value);
      return true;
    }
    if (value == null || !FastValueWriter.isJdkType(value, depth)) {
      return false;
    }
    if (FastValueWriter.isArray(value)) {
      add(Mark.ARRAY);
      for (Object element : (Collection<?>) value) {
        if (!take(element, depth + 1)) {
          return false;
        }
      }
    } else if (value instanceof Map<?, ?> map) {
      add(Mark.MAP);
      for (var entry : map.entrySet()) {
        add(entry.getKey());
        if (!(entry.getKey() instanceof String) || !take(entry.getValue(), depth + 1)) {
          return false;
        }
      }
    } else {
      return false;
    }
    add(Mark.END);
    return true;
  }

  private void add(@Nullable Object part) {
    if (size == parts.length) {
      parts = Arrays.copyOf(parts, 2 * size);
    }
    parts[size++] = part;
  }

  /** Returns whether the value is certainly unchanged. */
  public boolean isOf(Object value) {
    try {
      return follow(value, 0) == size;
    } catch (RuntimeException e) {
      return false; // a concurrent change, or a sublist whose list has changed
    }
  }

  /** Returns the place after a value that equals the part at a place; a maximum if it differs. */
  private int follow(@Nullable Object value, int place) {
    if (place >= size) {
      return Integer.MAX_VALUE;
    }
    Object part = parts[place];
    int next = place + 1;
    if (part instanceof Mark && (value == null || !FastValueWriter.isJdkType(value, 0))) {
      return Integer.MAX_VALUE;
    }
    if (part == Mark.MAP && value instanceof Map<?, ?> map) {
      for (var entry : map.entrySet()) {
        boolean named = next < size && parts[next] == entry.getKey();
        next = named ? follow(entry.getValue(), next + 1) : Integer.MAX_VALUE;
        if (next > size) {
          return next;
        }
      }
      return next < size && parts[next] == Mark.END ? next + 1 : Integer.MAX_VALUE;
    }
    if (part == Mark.ARRAY && value != null && FastValueWriter.isArray(value)) {
      for (Object element : (Collection<?>) value) {
        next = follow(element, next);
        if (next > size) {
          return next;
        }
      }
      return next < size && parts[next] == Mark.END ? next + 1 : Integer.MAX_VALUE;
    }
    return part == value ? next : Integer.MAX_VALUE;
  }
}
