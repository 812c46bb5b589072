package dev.signet.json;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.PropertyName;
import com.fasterxml.jackson.databind.SerializationConfig;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.ser.BeanPropertyWriter;
import com.fasterxml.jackson.databind.util.NameTransformer;

/** A property of each bean that writes nothing and reports the bean to the {@link TypeObserver}. */
final class TypeMarker extends BeanPropertyWriter {

  private static final long serialVersionUID = 1L;

  private final transient TypeObserver observer;
  private final transient ObservedType type;

  TypeMarker(TypeObserver observer, ObservedType type) {
    this.observer = observer;
    this.type = type;
  }

  @Override
  public void serializeAsField(Object bean, JsonGenerator generator, SerializerProvider provider) {
    observer.observe(type, bean, provider);
  }

  @Override
  public void serializeAsElement(
      Object bean, JsonGenerator generator, SerializerProvider provider) {
    observer.observe(type, bean, provider);
  }

  @Override
  public void serializeAsOmittedField(
      Object bean, JsonGenerator generator, SerializerProvider provider) {
    observer.observe(type, bean, provider);
  }

  @Override
  public void fixAccess(SerializationConfig config) {
    // There is no member.
  }

  @Override
  public BeanPropertyWriter rename(NameTransformer transformer) {
    return this;
  }

  @Override
  public String getName() {
    return "";
  }

  @Override
  public PropertyName getFullName() {
    return PropertyName.NO_NAME;
  }

  @Override
  public boolean hasSerializer() {
    return true;
  }

  @Override
  public boolean hasNullSerializer() {
    return true;
  }
}
