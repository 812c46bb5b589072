package dev.signet.history;

import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.stream.Stream;

/** Steps as one line of text, to send them to a server. */
public final class StepText {

  private StepText() {}

  static String write(Step step) {
    RecordComponent[] parts = step.getClass().getRecordComponents();
    return Stream.concat(
            Stream.of(step.getClass().getSimpleName()),
            Arrays.stream(parts).map(part -> read(step, part)))
        .collect(java.util.stream.Collectors.joining(" "));
  }

  private static String read(Step step, RecordComponent part) {
    try {
      return String.valueOf(part.getAccessor().invoke(step));
    } catch (ReflectiveOperationException e) {
      throw new IllegalArgumentException(e);
    }
  }

  static Step.Call read(String text) {
    String[] words = text.split(" ", -1);
    try {
      Class<?> type = Class.forName(Step.class.getName() + "$" + words[0]);
      var constructor = type.getDeclaredConstructors()[0];
      Class<?>[] types = constructor.getParameterTypes();
      Object[] values = new Object[types.length];
      for (int i = 0; i < types.length; i++) {
        values[i] = value(types[i], words[i + 1]);
      }
      return (Step.Call) constructor.newInstance(values);
    } catch (ReflectiveOperationException e) {
      throw new IllegalArgumentException(text, e);
    }
  }

  private static Object value(Class<?> type, String word) {
    if (type == int.class) {
      return Integer.parseInt(word);
    }
    return type == Kind.class ? Kind.valueOf(word) : word;
  }
}
