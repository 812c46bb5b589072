package dev.signet.history;

import static java.util.stream.Collectors.joining;

import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;

/** Writes a history as the Java code of a test. */
final class JavaText {

  private JavaText() {}

  static String of(History history, Mismatch found) {
    return """
      @Test
      @DisplayName("%s ...")
      void found() {
        History.of(
                %s,
                %s)
            .play();
      }
    """
        .formatted(
            found.rule(),
            value(history.setup()),
            history.steps().stream().map(JavaText::value).collect(joining(",\n            ")));
  }

  private static String value(Object value) {
    if (value instanceof Record record) {
      String name = record.getClass().getName();
      return "new "
          + name.substring(name.lastIndexOf('.') + 1).replace('$', '.')
          + Arrays.stream(record.getClass().getRecordComponents())
              .map(component -> value(read(record, component)))
              .collect(joining(", ", "(", ")"));
    }
    if (value instanceof Enum<?> constant) {
      String name = constant.getDeclaringClass().getName();
      return name.substring(name.lastIndexOf('.') + 1).replace('$', '.') + "." + constant.name();
    }
    if (value instanceof List<?> list) {
      return list.stream().map(JavaText::value).collect(joining(", ", "List.of(", ")"));
    }
    return value instanceof String ? "\"" + value + "\"" : String.valueOf(value);
  }

  private static Object read(Record record, RecordComponent component) {
    try {
      return component.getAccessor().invoke(record);
    } catch (ReflectiveOperationException e) {
      throw new IllegalArgumentException(e);
    }
  }
}
