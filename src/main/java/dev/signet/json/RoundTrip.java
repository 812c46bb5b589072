package dev.signet.json;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Writes values, and checks once per class that they are read back as they were: written, read and
 * written again, the texts are the same, and the values are equal if their class has an {@code
 * equals} of its own. Values of the types that {@link ValueTypes#isScalar} lists need no check; a
 * value whose class does not tell what it holds is checked each time. Thread-safe.
 */
final class RoundTrip {

  private final ObjectMapper mapper;
  private final TypeObserver observer;
  private final ReadBack readBack;

  /** The classes whose values survive, scalars included; refused ones are not remembered. */
  private final Set<Class<?>> verified = ConcurrentHashMap.newKeySet();

  /** The classes of lists, sets, maps and arrays that were written, whose elements are checked. */
  private final Set<Class<?>> containers = ConcurrentHashMap.newKeySet();

  /**
   * @param observer was registered with the mapper
   */
  RoundTrip(ObjectMapper mapper, TypeObserver observer, ReadBack readBack) {
    this.mapper = mapper;
    this.observer = observer;
    this.readBack = readBack;
  }

  /**
   * Writes a value.
   *
   * @throws IOException if Jackson cannot write it
   * @throws ValueRefusedException if it would not be read back as it was
   */
  byte[] write(Object value) throws IOException {
    boolean known = isKnown(value, 0);
    if (!known) {
      refuse(value);
    }
    int before = observer.unverified();
    byte[] text = mapper.writeValueAsBytes(value);
    JsonLimits.check(text);
    if (!known || observer.unverified() != before) {
      verify(value, false);
    }
    return text;
  }

  /** Returns whether no value inside needs a check; true if the mapper will find it too deep. */
  private boolean isKnown(@Nullable Object value, int depth) {
    if (value == null || verified.contains(value.getClass())) {
      return true;
    }
    if (!isContainer(value)) {
      return isScalar(value.getClass());
    }
    if (depth > JsonLimits.MAX_DEPTH) {
      return true;
    }
    if (value instanceof Map<?, ?> map) {
      for (var entry : map.entrySet()) {
        if (!isKnownKey(entry.getKey()) || !isKnown(entry.getValue(), depth + 1)) {
          return false;
        }
      }
      return true;
    }
    return areKnown(elements(value), depth);
  }

  /** Returns whether a value is a container, and remembers its class, which is faster. */
  private boolean isContainer(Object value) {
    if (containers.contains(value.getClass())) {
      return true;
    }
    boolean isContainer = ValueTypes.isContainer(value);
    if (isContainer) {
      containers.add(value.getClass());
    }
    return isContainer;
  }

  /** Returns whether values of a class are scalars, and remembers it, which is faster. */
  private boolean isScalar(Class<?> type) {
    boolean isScalar = ValueTypes.isScalar(type);
    if (isScalar) {
      verified.add(type);
    }
    return isScalar;
  }

  private boolean areKnown(Iterable<?> elements, int depth) {
    Class<?> known = null;
    for (Object element : elements) {
      if (element == null || element.getClass() == known) {
        continue;
      }
      if (!isKnown(element, depth + 1)) {
        return false;
      }
      known = ValueTypes.isContainer(element) ? null : element.getClass();
    }
    return true;
  }

  private static boolean isKnownKey(@Nullable Object key) {
    return key == null || ValueTypes.isScalar(key.getClass());
  }

  private static Iterable<?> elements(Object container) {
    return container instanceof Object[] array ? Arrays.asList(array) : (Collection<?>) container;
  }

  /** Refuses a value by the rules for its class, before it is written. */
  private void refuse(Object value) {
    String reason = ValueTypes.refusal(value.getClass());
    if (reason != null) {
      throw new ValueRefusedException(reason);
    }
    if (value instanceof Pattern pattern && pattern.flags() != 0) {
      throw new ValueRefusedException("the flags of a Pattern are not written");
    }
  }

  private void verify(@Nullable Object value, boolean element) throws IOException {
    if (value == null || ValueTypes.isScalar(value.getClass())) {
      return;
    }
    if (!ValueTypes.isContainer(value)) {
      refuse(value);
      check(value, element);
      return;
    }
    if (value instanceof Map<?, ?> map) {
      for (var entry : map.entrySet()) {
        checkKey(entry.getKey());
        verify(entry.getValue(), true);
      }
      return;
    }
    for (Object each : elements(value)) {
      verify(each, true);
    }
  }

  private void checkKey(@Nullable Object key) {
    String reason =
        key == null || ValueTypes.isScalar(key.getClass()) ? null : readBack.reasonOfKey(key);
    if (reason != null) {
      throw new ValueRefusedException(reason);
    }
  }

  /** Checks a value, and the values inside it whose types have not been verified. */
  private void check(Object value, boolean element) throws IOException {
    Map<ObservedType, Object> seen = new LinkedHashMap<>();
    Object written = element ? List.of(value) : value;
    byte[] text =
        mapper.writer().withAttribute(TypeObserver.attribute(), seen).writeValueAsBytes(written);
    for (ObservedType type : seen.keySet()) {
      if (type.refusal() != null) {
        throw new ValueRefusedException(type.refusal());
      }
    }
    String reason = readBack.reason(value, element, text);
    if (reason != null) {
      throw new ValueRefusedException(
          element ? "an element of %s: %s".formatted(value.getClass().getName(), reason) : reason);
    }
    for (var inner : seen.entrySet()) {
      if (inner.getValue() != value) {
        checkInner(inner.getKey(), inner.getValue());
      }
    }
    seen.keySet().forEach(ObservedType::markVerified);
    if (seen.keySet().stream().noneMatch(t -> t.isOpen() && t.type() == value.getClass())
        && !ValueTypes.isJdk(value.getClass())) {
      verified.add(value.getClass());
    }
  }

  /** The value of a property without a declared type is read back as a map, not as its class. */
  private void checkInner(ObservedType type, Object value) throws IOException {
    String reason = readBack.reason(value, false, mapper.writeValueAsBytes(value));
    if (reason != null) {
      throw new ValueRefusedException("%s inside it: %s".formatted(type.type().getName(), reason));
    }
  }
}
