package dev.signet.json;

import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
  private final ContentComparison comparison;
  private final boolean customized;

  /** The classes whose values survive; refused ones are not remembered. */
  private final Set<Class<?>> verified = ConcurrentHashMap.newKeySet();

  /**
   * @param observer was registered with the mapper
   * @param customized whether the application has adjusted the mapper
   */
  RoundTrip(
      ObjectMapper mapper,
      TypeObserver observer,
      ContentComparison comparison,
      boolean customized) {
    this.mapper = mapper;
    this.observer = observer;
    this.comparison = comparison;
    this.customized = customized;
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
    if (value == null || ValueTypes.isScalar(value.getClass())) {
      return true;
    }
    if (!ValueTypes.isContainer(value)) {
      return verified.contains(value.getClass());
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

  private void checkKey(@Nullable Object key) throws IOException {
    if (key == null || ValueTypes.isScalar(key.getClass())) {
      return;
    }
    Map<Object, Integer> map = Map.of(key, 1);
    var factory = mapper.getTypeFactory();
    JavaType type =
        factory.constructMapType(
            LinkedHashMap.class, typeOf(key), factory.constructType(Integer.class));
    String reason = attempt(map, type, mapper.writeValueAsBytes(map));
    if (reason != null) {
      throw new ValueRefusedException(
          "keys of type %s: %s".formatted(key.getClass().getName(), reason));
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
    String reason = reason(value, element, text);
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

  /** What a property of no declared type holds is read back as a map, and not as its class. */
  private void checkInner(ObservedType type, Object value) throws IOException {
    String reason = reason(value, false, mapper.writeValueAsBytes(value));
    if (reason != null) {
      throw new ValueRefusedException("%s inside it: %s".formatted(type.type().getName(), reason));
    }
  }

  private @Nullable String reason(Object value, boolean element, byte[] text) {
    String first = null;
    for (JavaType type : readTypes(value)) {
      String reason =
          element
              ? attempt(
                  List.of(value),
                  mapper.getTypeFactory().constructCollectionType(List.class, type),
                  text)
              : attempt(value, type, text);
      if (reason == null) {
        return null;
      }
      first = first == null ? reason : first;
    }
    return first;
  }

  /** Returns the types that an application may read a value as, its own class first. */
  private List<JavaType> readTypes(Object value) {
    List<JavaType> types = new ArrayList<>();
    types.add(typeOf(value));
    if (value instanceof Collection || value instanceof Map) {
      types.add(mapper.constructType(ValueTypes.publicType(value)));
    } else if (customized) {
      for (Class<?> type : value.getClass().getInterfaces()) {
        if (!ValueTypes.isJdk(type)) { // Serializable is read as any value
          types.add(mapper.constructType(type));
        }
      }
    }
    return types;
  }

  private JavaType typeOf(Object value) {
    var factory = mapper.getTypeFactory();
    if (value instanceof Optional<?> optional) {
      return optional.isEmpty()
          ? factory.constructType(Optional.class)
          : factory.constructParametricType(Optional.class, typeOf(optional.get()));
    }
    if (value instanceof Map.Entry<?, ?> entry && ValueTypes.isJdk(value.getClass())) {
      return factory.constructParametricType(
          Map.Entry.class, typeOf(entry.getKey()), typeOf(entry.getValue()));
    }
    Class<?> known = ValueTypes.isJdk(value.getClass()) ? ValueTypes.publicType(value) : null;
    return factory.constructType(known == null ? value.getClass() : known);
  }

  /** Returns why a value would not be read back as it was, or null. */
  private @Nullable String attempt(Object value, JavaType type, byte[] text) {
    try {
      Object read = mapper.readValue(text, type);
      if (read == null) {
        return "it is read back as null";
      }
      byte[] again = mapper.writeValueAsBytes(read);
      if (!comparison.sameInAnyOrder(new RawJson(text), new RawJson(again))) {
        return "it is read back with other content";
      }
      return read.equals(mapper.readValue(text, type))
          ? unequal(value, read)
          : differing(value, read);
    } catch (IOException | RuntimeException | LinkageError e) {
      return "Jackson writes it, but cannot read it back (%s)"
          .formatted(e.getClass().getSimpleName());
    }
  }

  private static @Nullable String unequal(Object value, Object read) {
    return value.equals(read) || isGeneric(value) ? null : "what is read back is not equal to it";
  }

  private static boolean isGeneric(Object value) {
    Object first = value instanceof List<?> list ? list.get(0) : value;
    return first.getClass().getTypeParameters().length > 0;
  }

  private @Nullable String differing(Object value, Object read) {
    if (value instanceof List<?> list && read instanceof List<?> other) {
      return differing(list.get(0), other.get(0));
    }
    if (ValueTypes.isJdk(value.getClass()) || isGeneric(value)) {
      return null;
    }
    var description =
        mapper.getSerializationConfig().introspect(mapper.constructType(value.getClass()));
    return FieldComparison.difference(value, read, description);
  }
}
