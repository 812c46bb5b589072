package dev.signet.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.Version;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper.DefaultTyping;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.deser.std.StdDeserializer;
import com.fasterxml.jackson.databind.jsontype.BasicPolymorphicTypeValidator;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.std.StdSerializer;
import dev.signet.SessionAttributeException;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The mapper as an application adjusts it. */
class CustomizedMapperTest {

  /** A type that Jackson does not know by itself. */
  public static final class Money {
    private final long cents;

    private Money(long cents, int unused) {
      this.cents = cents + unused;
    }

    @Override
    public boolean equals(Object other) {
      return other instanceof Money that && cents == that.cents;
    }

    @Override
    public int hashCode() {
      return Long.hashCode(cents);
    }
  }

  public record Price(Money money) {}

  private static SimpleModule money() {
    return new SimpleModule()
        .addSerializer(
            new StdSerializer<Money>(Money.class) {
              @Override
              public void serialize(Money value, JsonGenerator out, SerializerProvider provider)
                  throws IOException {
                out.writeString(value.cents + " ct");
              }
            })
        .addDeserializer(
            Money.class,
            new StdDeserializer<Money>(Money.class) {
              @Override
              public Money deserialize(JsonParser in, DeserializationContext context)
                  throws IOException {
                return new Money(Long.parseLong(in.getText().replace(" ct", "")), 0);
              }
            });
  }

  @Test
  @DisplayName("V5 A type that a registered Jackson module knows is kept")
  void typeOfAModuleIsKept() {
    var json = new JsonCodec(builder -> builder.addModule(money()));
    var price = new Price(new Money(150, 0));

    assertThat(json.read("key", json.write("key", price), Price.class)).isEqualTo(price);
    assertThat(json.write("key", List.of(new Money(7, 0)))).isEqualTo(RawJson.of("[\"7 ct\"]"));
    assertThatExceptionOfType(SessionAttributeException.class)
        .isThrownBy(() -> new JsonCodec().write("key", price));
  }

  static Stream<JsonMapperCustomizer> adjustmentsOfCommonValues() {
    return Stream.of(
        builder -> builder.enable(SerializationFeature.INDENT_OUTPUT),
        builder -> builder.defaultPropertyInclusion(contentOf(JsonInclude.Include.NON_NULL)),
        builder -> builder.enable(DeserializationFeature.USE_JAVA_ARRAY_FOR_JSON_ARRAY),
        builder -> builder.enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS));
  }

  private static JsonInclude.Value contentOf(JsonInclude.Include include) {
    return JsonInclude.Value.construct(include, include);
  }

  @ParameterizedTest(name = "{index}")
  @MethodSource("adjustmentsOfCommonValues")
  @DisplayName("V5 An adjustment holds for common values too, and they are read back")
  void adjustmentHoldsForCommonValues(JsonMapperCustomizer customizer) throws IOException {
    var json = new JsonCodec(customizer);
    var value = new LinkedHashMap<>(Map.of("b", 1));
    value.put("a", 2);

    RawJson text = json.write("key", value);

    var mapper = JacksonSetup.create(customizer, new TypeObserver());
    assertThat(text.content()).isEqualTo(mapper.writeValueAsString(value));
    assertThat(json.read("key", text, Object.class)).isEqualTo(value);
  }

  @Test
  @DisplayName("V5 K2 Default typing is refused when the mapper is built")
  void defaultTypingIsRefused() {
    var any = BasicPolymorphicTypeValidator.builder().allowIfBaseType(Object.class).build();
    for (DefaultTyping typing : DefaultTyping.values()) {
      assertThatExceptionOfType(IllegalStateException.class)
          .isThrownBy(() -> new JsonCodec(builder -> builder.activateDefaultTyping(any, typing)))
          .withMessageContaining("default typing")
          .withMessageContaining("Remove");
    }
  }

  @Test
  @DisplayName("K2 An adjustment does not let JSON name classes")
  void adjustmentDoesNotLetJsonNameClasses() {
    var any = BasicPolymorphicTypeValidator.builder().allowIfBaseType(Object.class).build();
    var json = new JsonCodec(builder -> builder.polymorphicTypeValidator(any));
    var gadget = NoPolymorphismTest.class.getName() + "$Gadget";

    for (Class<?> type : List.of(Class.class, NoPolymorphismTest.ByClass.class)) {
      for (String text : List.of("\"" + gadget + "\"", "{\"@class\":\"" + gadget + "\"}")) {
        assertThatExceptionOfType(SessionAttributeException.class)
            .isThrownBy(() -> json.read("key", RawJson.of(text), type));
      }
    }
  }

  @Test
  @DisplayName("C25 A Jackson library that is too old is named with its version and the remedy")
  void oldJacksonIsNamed() {
    var old = new Version(2, 17, 3, null, "com.fasterxml", "jackson");
    var recent = new Version(2, 18, 0, null, null, null);

    assertThatExceptionOfType(IllegalStateException.class)
        .isThrownBy(
            () -> JacksonVersion.check(Map.of("jackson-core", recent, "jackson-databind", old)))
        .withMessageContaining("jackson-databind 2.17.3")
        .withMessageNotContaining("jackson-core")
        .withMessageContaining("2.18.0 or later")
        .withMessageContaining("Update it");
    assertThatCode(JacksonVersion::check).doesNotThrowAnyException();
  }
}
