package dev.signet.json;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.BeanProperty;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonSerializer;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.jsontype.TypeSerializer;
import com.fasterxml.jackson.databind.ser.ContextualSerializer;
import com.fasterxml.jackson.databind.ser.ResolvableSerializer;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** Reports values that are not serialized as beans to the {@link TypeObserver}. */
final class ObservedSerializer extends JsonSerializer<Object>
    implements ContextualSerializer, ResolvableSerializer {

  private final TypeObserver observer;
  private final ObservedType type;
  private final JsonSerializer<Object> delegate;

  @SuppressWarnings("unchecked") // a serializer is called for values of its type only
  ObservedSerializer(TypeObserver observer, ObservedType type, JsonSerializer<?> delegate) {
    this.observer = observer;
    this.type = type;
    this.delegate = (JsonSerializer<Object>) delegate;
  }

  @Override
  public JsonSerializer<?> createContextual(
      SerializerProvider provider, @Nullable BeanProperty property) throws JsonMappingException {
    JsonSerializer<?> contextual = provider.handleSecondaryContextualization(delegate, property);
    return contextual == delegate ? this : new ObservedSerializer(observer, type, contextual);
  }

  @Override
  public void resolve(SerializerProvider provider) throws JsonMappingException {
    if (delegate instanceof ResolvableSerializer resolvable) {
      resolvable.resolve(provider);
    }
  }

  @Override
  public void serialize(Object value, JsonGenerator generator, SerializerProvider provider)
      throws IOException {
    observer.observe(type, value, provider);
    delegate.serialize(value, generator, provider);
  }

  @Override
  public void serializeWithType(
      Object value, JsonGenerator generator, SerializerProvider provider, TypeSerializer types)
      throws IOException {
    observer.observe(type, value, provider);
    delegate.serializeWithType(value, generator, provider, types);
  }

  @Override
  public boolean isEmpty(SerializerProvider provider, Object value) {
    return delegate.isEmpty(provider, value);
  }

  @Override
  public boolean usesObjectId() {
    return delegate.usesObjectId();
  }

  @Override
  public @Nullable JsonSerializer<?> getDelegatee() {
    return delegate;
  }
}
