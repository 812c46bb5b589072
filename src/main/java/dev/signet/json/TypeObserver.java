package dev.signet.json;

import com.fasterxml.jackson.databind.BeanDescription;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.JsonSerializer;
import com.fasterxml.jackson.databind.SerializationConfig;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.ser.BeanPropertyWriter;
import com.fasterxml.jackson.databind.ser.BeanSerializerModifier;
import com.fasterxml.jackson.databind.ser.std.BeanSerializerBase;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * Counts the values of unverified types that the mapper serializes, at any depth, so that only they
 * have to be checked. A value of a verified type costs one virtual call. Thread-safe.
 */
final class TypeObserver extends BeanSerializerModifier {

  private static final long serialVersionUID = 1L;

  /** The attribute of a writer whose value collects one value of each unverified type. */
  private static final Object SEEN = TypeObserver.class;

  private final transient AtomicInteger unverified = new AtomicInteger();

  /** Returns the attribute under which {@link #observe} finds a map to collect values in. */
  static Object attribute() {
    return SEEN;
  }

  /** Returns a number that changes with every value of an unverified type. */
  int unverified() {
    return unverified.get();
  }

  /** Takes note that a value is being serialized. */
  void observe(ObservedType type, Object value, SerializerProvider provider) {
    if (type.isVerified()) {
      return;
    }
    unverified.incrementAndGet();
    @SuppressWarnings("unchecked") // set by RoundTrip only
    var seen = (@Nullable Map<ObservedType, Object>) provider.getAttribute(SEEN);
    if (seen != null) {
      seen.putIfAbsent(type, value);
    }
  }

  /** Unlike changeProperties, this is called after properties have been filtered by name. */
  @Override
  public List<BeanPropertyWriter> orderProperties(
      SerializationConfig config, BeanDescription description, List<BeanPropertyWriter> writers) {
    if (writers.isEmpty()) {
      return writers; // the mapper refuses a bean without properties
    }
    List<BeanPropertyWriter> all = new ArrayList<>(writers.size() + 1);
    all.add(new TypeMarker(this, typeOf(config, description, writers)));
    all.addAll(writers);
    return all;
  }

  @Override
  public JsonSerializer<?> modifySerializer(
      SerializationConfig config, BeanDescription description, JsonSerializer<?> serializer) {
    Class<?> type = description.getBeanClass();
    if (serializer instanceof BeanSerializerBase
        || ValueTypes.isJdk(type)
        || ValueTypes.isScalar(type)) {
      return serializer;
    }
    var observed = new ObservedType(type, isPolymorphic(config, description), refusal(type));
    return new ObservedSerializer(this, observed, serializer);
  }

  private static ObservedType typeOf(
      SerializationConfig config, BeanDescription description, List<BeanPropertyWriter> writers) {
    boolean open =
        description.findAnyGetter() != null
            || isPolymorphic(config, description)
            || LossyProperties.exist(config, description)
            || extendsBean(description.getBeanClass())
            || writers.stream().anyMatch(w -> w.hasSerializer() || isOpen(w.getType()));
    Class<?> type = description.getBeanClass();
    String refusal = refusal(type);
    return new ObservedType(type, open, refusal == null ? refusal(writers) : refusal);
  }

  /**
   * Returns whether values of a class may be in properties of a superclass, and read back as it.
   */
  private static boolean extendsBean(Class<?> type) {
    Class<?> parent = type.getSuperclass();
    return parent != null
        && !ValueTypes.isJdk(parent)
        && (!Modifier.isAbstract(parent.getModifiers()) || extendsBean(parent));
  }

  /** Returns why a property of a class of the Java platform is not accepted, or null. */
  private static @Nullable String refusal(List<BeanPropertyWriter> writers) {
    for (BeanPropertyWriter writer : writers) {
      JavaType type = writer.getType();
      while (type.getContentType() != null) {
        type = type.getContentType();
      }
      Class<?> raw = type.getRawClass();
      String reason = ValueTypes.isJdk(raw) ? ValueTypes.refusal(raw) : null;
      if (reason != null && !writer.hasSerializer()) {
        return reason;
      }
    }
    return null;
  }

  private static @Nullable String refusal(Class<?> type) {
    return ValueTypes.isJdk(type)
        ? "%s is a class of the Java platform that Jackson does not know as a value"
            .formatted(type.getName())
        : ValueTypes.refusal(type);
  }

  private static boolean isPolymorphic(SerializationConfig config, BeanDescription description) {
    return config
            .getAnnotationIntrospector()
            .findTypeResolver(config, description.getClassInfo(), description.getType())
        != null;
  }

  /** Returns whether a property of a type may hold values whose classes the type does not tell. */
  private static boolean isOpen(JavaType type) {
    Class<?> raw = type.getRawClass();
    if (ValueTypes.isScalar(raw)) {
      return false;
    }
    if (type.isMapLikeType()) {
      return !ValueTypes.isScalar(type.getKeyType().getRawClass()) || isOpen(type.getContentType());
    }
    if (type.isCollectionLikeType() || type.isArrayType()) {
      return isOpen(type.getContentType());
    }
    return ValueTypes.isJdk(raw) || Modifier.isAbstract(raw.getModifiers());
  }
}
