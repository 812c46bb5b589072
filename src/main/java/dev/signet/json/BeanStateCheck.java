package dev.signet.json;

import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.exc.InvalidDefinitionException;
import dev.signet.SessionAttributeException;
import java.io.IOException;
import java.lang.reflect.Field;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Checks at deployment that the state of a session bean can be written and read back. */
public final class BeanStateCheck {

  private BeanStateCheck() {}

  /** Returns what is wrong with a class, each with the rule and the remedy. */
  public static List<String> faults(JsonCodec json, BeanState<?> state) {
    if (state.fields().isEmpty()) {
      return List.of(
          "has no field to keep: each is static, transient or injected. Give it a field, or another scope.");
    }
    List<String> faults = new ArrayList<>();
    for (Field field : state.fields()) {
      JavaType type = json.mapper().constructType(field.getGenericType());
      JavaType unreadable = unreadable(json.mapper(), type);
      if (unreadable != null) {
        faults.add(
            "has the field '%s' with values of %s, which Jackson cannot read back. Make the field transient, or give it a type that Jackson reads."
                .formatted(field.getName(), unreadable.getRawClass().getName()));
      }
    }
    return faults.isEmpty() ? faultsOfInitial(json, state) : faults;
  }

  private static List<String> faultsOfInitial(JsonCodec json, BeanState<?> state) {
    try {
      var unused = json.write(state.name(), state.initial());
      return List.of();
    } catch (SessionAttributeException | IllegalStateException e) {
      return List.of("cannot be kept. " + e.getMessage());
    }
  }

  /** Returns the type, or the type of elements inside it, that has no way to be read. */
  private static @Nullable JavaType unreadable(ObjectMapper mapper, JavaType type) {
    for (int i = 0; i < type.containedTypeCount(); i++) {
      JavaType inner = unreadable(mapper, type.containedTypeOrUnknown(i));
      if (inner != null) {
        return inner;
      }
    }
    return isReadable(mapper, type) ? null : type;
  }

  /** An empty object has wrong content for many types, but only a type that is unknown fails so. */
  private static boolean isReadable(ObjectMapper mapper, JavaType type) {
    if (ValueTypes.refusal(type.getRawClass()) != null) {
      return false;
    }
    try {
      var unused = mapper.readerFor(type).readValue("{}");
      return true;
    } catch (InvalidDefinitionException e) {
      return false;
    } catch (IOException | RuntimeException e) {
      return true;
    }
  }
}
