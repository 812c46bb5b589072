package dev.signet.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamWriteConstraints;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.cfg.CoercionAction;
import com.fasterxml.jackson.databind.cfg.CoercionInputShape;
import com.fasterxml.jackson.databind.cfg.MapperConfig;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.jsontype.PolymorphicTypeValidator;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.type.LogicalType;
import com.fasterxml.jackson.databind.type.TypeFactory;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import org.jspecify.annotations.Nullable;

/**
 * The configuration of Jackson: times as ISO-8601 text, no silent conversions, unknown properties
 * ignored (for rolling deployments), no polymorphic typing by class names, and no class loaded by a
 * name in JSON.
 */
final class JacksonSetup {

  private static final JavaType OBJECT = TypeFactory.unknownType();

  private JacksonSetup() {}

  /** Returns the mapper with Signet's settings. */
  static JsonMapper create() {
    return create(null, new TypeObserver());
  }

  /**
   * Returns the mapper.
   *
   * @param customizer adjusts it, or null
   * @param observer observes the types that are serialized
   * @throws IllegalStateException if default typing was switched on
   */
  static JsonMapper create(@Nullable JsonMapperCustomizer customizer, TypeObserver observer) {
    JsonMapper.Builder builder = builder();
    if (customizer != null) {
      customizer.customize(builder);
    }
    JsonMapper mapper =
        builder
            .addModule(ownTypes().setSerializerModifier(observer))
            .addModule(new SessionBeanModule())
            .polymorphicTypeValidator(new NoClassNames())
            .build();
    if (mapper.getSerializationConfig().getDefaultTyper(OBJECT) != null
        || mapper.getDeserializationConfig().getDefaultTyper(OBJECT) != null) {
      throw new IllegalStateException(
          "A JsonMapperCustomizer switches on default typing: JSON would name the classes to load,"
              + " so a damaged store could choose them. Remove the call of"
              + " activateDefaultTyping, and annotate types with @JsonTypeInfo(use = NAME).");
    }
    return mapper;
  }

  private static JsonMapper.Builder builder() {
    JsonFactory factory =
        JsonFactory.builder()
            .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
            .disable(JsonFactory.Feature.CHARSET_DETECTION)
            .enable(JsonWriteFeature.COMBINE_UNICODE_SURROGATES_IN_UTF8)
            .disable(JsonWriteFeature.WRITE_NAN_AS_STRINGS)
            .streamReadConstraints(
                StreamReadConstraints.builder()
                    .maxNestingDepth(JsonLimits.MAX_DEPTH_OF_CLAIMS)
                    .maxNumberLength(JsonLimits.MAX_NUMBER_LENGTH)
                    .maxNameLength(JsonLimits.MAX_NAME_LENGTH + JsonLimits.NAME_ROUNDING)
                    .maxStringLength(JsonLimits.MAX_STRING_LENGTH)
                    .build())
            .streamWriteConstraints(
                StreamWriteConstraints.builder().maxNestingDepth(JsonLimits.MAX_DEPTH).build())
            .build();
    return JsonMapper.builder(factory)
        .addModule(new JavaTimeModule())
        .disable(
            SerializationFeature.WRITE_DATES_AS_TIMESTAMPS,
            SerializationFeature.WRITE_DURATIONS_AS_TIMESTAMPS)
        .enable(SerializationFeature.WRITE_DATES_WITH_ZONE_ID)
        .disable(
            DeserializationFeature.ADJUST_DATES_TO_CONTEXT_TIME_ZONE,
            DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES,
            DeserializationFeature.ACCEPT_FLOAT_AS_INT)
        .enable(
            DeserializationFeature.FAIL_ON_NUMBERS_FOR_ENUMS,
            DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
        .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
        .withCoercionConfig(
            LogicalType.Textual,
            text ->
                text.setCoercion(CoercionInputShape.Integer, CoercionAction.Fail)
                    .setCoercion(CoercionInputShape.Float, CoercionAction.Fail)
                    .setCoercion(CoercionInputShape.Boolean, CoercionAction.Fail))
        .polymorphicTypeValidator(new NoClassNames());
  }

  private static SimpleModule ownTypes() {
    return new SimpleModule()
        .addDeserializer(Object.class, new UntypedDeserializer())
        .addDeserializer(Class.class, ClassNameRefusal.of(Class.class))
        .addDeserializer(JavaType.class, ClassNameRefusal.of(JavaType.class))
        .addKeyDeserializer(Class.class, new ClassNameRefusal.OfKey())
        .setDeserializerModifier(new ExactNumbers());
  }

  /** Denies every type before a class named by JSON is loaded. */
  private static final class NoClassNames extends PolymorphicTypeValidator.Base {

    private static final long serialVersionUID = 1L;

    @Override
    public Validity validateBaseType(MapperConfig<?> config, JavaType baseType) {
      return Validity.DENIED;
    }
  }
}
