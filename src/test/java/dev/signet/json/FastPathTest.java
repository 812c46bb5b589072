package dev.signet.json;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.std.StdSerializer;
import java.io.IOException;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("P1 V5 The fast path is for mappers that write and read common values as Signet does")
class FastPathTest {

  private static boolean isFast(JsonMapperCustomizer customizer) {
    return FastPath.agreesWith(JacksonSetup.create(customizer, new TypeObserver()));
  }

  @Test
  void ownSettings() {
    assertThat(isFast(builder -> {})).isTrue();
  }

  @Test
  void otherText() {
    assertThat(isFast(builder -> builder.enable(SerializationFeature.INDENT_OUTPUT))).isFalse();
  }

  @Test
  void mapperThatFails() {
    assertThat(
            isFast(builder -> builder.addModule(new SimpleModule().addSerializer(new Failing()))))
        .isFalse();
  }

  private static final class Failing extends StdSerializer<String> {
    private static final long serialVersionUID = 1L;

    Failing() {
      super(String.class);
    }

    @Override
    public void serialize(String value, JsonGenerator out, SerializerProvider provider)
        throws IOException {
      throw new IOException("no strings");
    }
  }
}
