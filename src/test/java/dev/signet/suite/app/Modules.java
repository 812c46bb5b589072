package dev.signet.suite.app;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.deser.std.StdDeserializer;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.std.StdSerializer;
import dev.signet.json.JsonMapperCustomizer;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;

/** Registers a module for a type that Jackson does not know. */
@ApplicationScoped
public class Modules implements JsonMapperCustomizer {

  @Override
  public void customize(JsonMapper.Builder builder) {
    builder.addModule(
        new SimpleModule()
            .addSerializer(new MoneySerializer())
            .addDeserializer(Money.class, new MoneyDeserializer()));
  }

  /** An amount, without anything that Jackson could use. */
  public static final class Money {
    private final long cents;
    private final String currency;

    Money(long cents, String currency) {
      this.cents = cents;
      this.currency = currency;
    }

    @Override
    public String toString() {
      return cents + " " + currency;
    }
  }

  private static final class MoneySerializer extends StdSerializer<Money> {
    private static final long serialVersionUID = 1L;

    MoneySerializer() {
      super(Money.class);
    }

    @Override
    public void serialize(Money money, JsonGenerator generator, SerializerProvider provider)
        throws IOException {
      generator.writeString(money.toString());
    }
  }

  private static final class MoneyDeserializer extends StdDeserializer<Money> {
    private static final long serialVersionUID = 1L;

    MoneyDeserializer() {
      super(Money.class);
    }

    @Override
    public Money deserialize(JsonParser parser, DeserializationContext context) throws IOException {
      String text = parser.getText();
      int space = text.indexOf(' ');
      return new Money(Long.parseLong(text.substring(0, space)), text.substring(space + 1));
    }
  }
}
