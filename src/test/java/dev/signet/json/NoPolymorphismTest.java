package dev.signet.json;

import static dev.signet.json.Payloads.read;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JavaType;
import dev.signet.SessionAttributeException;
import java.lang.reflect.Type;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** The gadgets of this class count who makes or even loads them. */
class NoPolymorphismTest {

  private static final AtomicInteger TOUCHED = new AtomicInteger();
  private static final String HERE = "dev.signet.json.NoPolymorphismTest$";

  /** Follows a class name in a member. */
  @JsonTypeInfo(use = JsonTypeInfo.Id.CLASS)
  public interface ByClass {}

  /** Follows a class name in an array around it. */
  @JsonTypeInfo(use = JsonTypeInfo.Id.CLASS, include = JsonTypeInfo.As.WRAPPER_ARRAY)
  public interface ByClassInArray {}

  /** Follows a class name relative to its own package. */
  @JsonTypeInfo(use = JsonTypeInfo.Id.MINIMAL_CLASS)
  public abstract static class ByMinimalClass {}

  /** Holds whatever a class name says. */
  public record Holder(@JsonTypeInfo(use = JsonTypeInfo.Id.CLASS) @Nullable Object held) {}

  /** Is what the JSON names. */
  public static final class Gadget extends ByMinimalClass implements ByClass, ByClassInArray {
    static {
      TOUCHED.incrementAndGet();
    }

    /** Counts. */
    public Gadget() {
      TOUCHED.incrementAndGet();
    }

    /** Counts. */
    public void setCommand(String command) {
      TOUCHED.addAndGet(command.length());
    }
  }

  /** Has kinds that are declared where it is. */
  @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
  @JsonSubTypes(@JsonSubTypes.Type(value = Circle.class, name = "circle"))
  public interface Shape {}

  /** Is the one kind of shape. */
  public record Circle(int radius) implements Shape {}

  /** Knows nothing of kinds. */
  public record Plain(int size) {}

  @BeforeEach
  void nothingTouched() {
    TOUCHED.set(0);
  }

  private static void refused(String json, Type type) {
    assertThatExceptionOfType(SessionAttributeException.class)
        .as("%s as %s", json, type)
        .isThrownBy(() -> read(json, type));
    assertThat(TOUCHED).as("%s as %s", json, type).hasValue(0);
  }

  @Test
  @DisplayName("K2 A class name in JSON is never used, for any annotations of the type")
  void annotatedTypes() {
    String member = "{\"@class\":\"" + HERE + "Gadget\",\"command\":\"x\"}";
    refused(member, ByClass.class);
    refused("[" + member + "]", new TypeReference<List<ByClass>>() {}.getType());
    refused("{\"k\":" + member + "}", new TypeReference<Map<String, ByClass>>() {}.getType());
    refused("[\"" + HERE + "Gadget\",{\"command\":\"x\"}]", ByClassInArray.class);
    refused("{\"@c\":\".NoPolymorphismTest$Gadget\",\"command\":\"x\"}", ByMinimalClass.class);
    refused("{\"held\":" + member + "}", Holder.class);
    refused(member, Gadget.class);
  }

  @Test
  @DisplayName("K2 Class names of the platform are not used either")
  void classesOfThePlatform() {
    for (String name : List.of("java.lang.Object", "java.util.HashMap", "java.net.URL")) {
      refused("{\"held\":{\"@class\":\"" + name + "\"}}", Holder.class);
    }
  }

  @Test
  @DisplayName("K2 A class name is an ordinary member of a map")
  void mapWithAClassName() {
    String name = HERE + "Gadget";
    assertThat(read("{\"@class\":\"" + name + "\",\"@type\":\"x\"}", Object.class))
        .isEqualTo(Map.of("@class", name, "@type", "x"));
    assertThat(read("[\"" + name + "\",{\"command\":\"x\"}]", Object.class))
        .isEqualTo(List.of(name, Map.of("command", "x")));
    assertThat(read("{\"@class\":\"" + name + "\"}", Map.class)).isEqualTo(Map.of("@class", name));
    assertThat(read("{\"@class\":\"" + name + "\",\"size\":1}", Plain.class))
        .isEqualTo(new Plain(1));
    assertThat(TOUCHED).hasValue(0);
  }

  @Test
  @DisplayName("K2 Subtypes that the application declares by name are read")
  void declaredKinds() {
    assertThat(Payloads.roundTrip(new Circle(2), Shape.class)).isEqualTo(new Circle(2));
    refused("{\"kind\":\"" + HERE + "Gadget\"}", Shape.class);
    refused("{\"radius\":1}", Shape.class);
  }

  /** Counts when it is initialized. */
  public static final class Loaded {
    static {
      TOUCHED.incrementAndGet();
    }
  }

  /** Has a class. */
  public record HoldsClass(@Nullable Class<?> held) {}

  @Test
  @DisplayName("K2 No class is loaded because JSON names it, and none can be put")
  void noClassIsLoadedByItsName() {
    String name = "\"" + HERE + "Loaded\"";
    refused(name, Class.class);
    refused("[" + name + "]", new TypeReference<List<Class<?>>>() {}.getType());
    refused("[" + name + "]", Class[].class);
    refused("{" + name + ":1}", new TypeReference<Map<Class<?>, Integer>>() {}.getType());
    refused("{\"held\":" + name + "}", HoldsClass.class);
    refused("\"java.util.List<" + HERE + "Loaded>\"", JavaType.class);
    refused("\"java.lang.String\"", Class.class);
    refused("\"int\"", Class.class);
  }
}
