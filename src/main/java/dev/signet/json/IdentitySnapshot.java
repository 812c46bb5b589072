package dev.signet.json;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a plain list or map had in it at a time, so that a later look tells whether it still has. It
 * compares the very objects, which cannot change themselves, and so takes far less than writing the
 * value again; that it sees a change does not mean that there is one.
 */
public final class IdentitySnapshot {

  private static final int ROOM = 12;

  /** Stand for where a list or map begins, and where either ends. */
  private enum Mark {
    LIST,
    MAP,
    END
  }

  /** What it is made of, in the order it is met. */
  private @Nullable Object[] parts = new Object[ROOM];

  private int size;

  private IdentitySnapshot() {}

  /** Takes a snapshot, or returns null of a value that is not plain, or cannot be looked at. */
  public static @Nullable IdentitySnapshot of(Object value) {
    var snapshot = new IdentitySnapshot();
    try {
      return snapshot.take(value, 0) ? snapshot : null;
    } catch (RuntimeException e) {
      return null; // whoever writes it will say what is wrong
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
    if (value instanceof Map<?, ?> map) {
      add(Mark.MAP);
      for (var entry : map.entrySet()) {
        add(entry.getKey());
        if (!(entry.getKey() instanceof String) || !take(entry.getValue(), depth + 1)) {
          return false;
        }
      }
    } else if (value instanceof List<?> list) {
      add(Mark.LIST);
      for (Object element : list) {
        if (!take(element, depth + 1)) {
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

  /** Tells whether the value is certain to be the same as it was. */
  public boolean isOf(Object value) {
    try {
      return follow(value, 0) == size;
    } catch (RuntimeException e) {
      return false; // as a list whose parent was changed, and one that changes just now
    }
  }

  /** Returns the place behind a value that is found at a place; one beyond all where it is not. */
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
    if (part == Mark.LIST && value instanceof List<?> list) {
      for (Object element : list) {
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
