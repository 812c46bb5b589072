package dev.signet.suite.typing;

import com.fasterxml.jackson.databind.ObjectMapper.DefaultTyping;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.jsontype.BasicPolymorphicTypeValidator;
import dev.signet.json.JsonMapperCustomizer;
import jakarta.enterprise.context.ApplicationScoped;

/** Switches on default typing. */
@ApplicationScoped
public class TypingCustomizer implements JsonMapperCustomizer {

  @Override
  public void customize(JsonMapper.Builder builder) {
    var any = BasicPolymorphicTypeValidator.builder().allowIfBaseType(Object.class).build();
    builder.activateDefaultTyping(any, DefaultTyping.NON_FINAL);
  }
}
