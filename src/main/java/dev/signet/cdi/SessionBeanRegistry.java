package dev.signet.cdi;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.joining;

import dev.signet.SessionBean;
import dev.signet.core.ReservedNames;
import dev.signet.json.BeanClassRules;
import dev.signet.json.BeanState;
import dev.signet.json.BeanStateCheck;
import dev.signet.json.JsonCodec;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.spi.BeanManager;
import jakarta.inject.Inject;
import java.lang.reflect.Executable;
import java.lang.reflect.Field;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The session beans of a deployment, and their faults. Not thread-safe. */
final class SessionBeanRegistry {

  private final List<Class<?>> beans = new ArrayList<>();
  private final List<String> faults = new ArrayList<>();

  /** Checks a class that has the annotation, and returns whether it can be a bean. */
  boolean accepts(Class<?> type) {
    String fault = fault(type);
    if (fault != null) {
      add(type, fault);
    }
    return fault == null;
  }

  private static @Nullable String fault(Class<?> type) {
    String name = BeanState.name(type);
    return ReservedNames.isReserved(name)
        ? "has the attribute '%s'; names that begin with %s belong to Signet. Choose another name."
            .formatted(name, ReservedNames.PREFIX)
        : BeanClassRules.fault(type);
  }

  private void add(Class<?> type, String fault) {
    faults.add(line(type, fault));
  }

  private static String line(Class<?> type, String fault) {
    return "  @SessionBean %s %s".formatted(type.getName(), fault);
  }

  /** Adds the class of a bean that is enabled. Its state and its rules are those of its class. */
  void addBean(Class<?> type) {
    if (type.isAnnotationPresent(SessionBean.class)) {
      beans.add(type);
    } else {
      add(
          type,
          "has the scope from a stereotype, a producer or an extension; its state and the name of its attribute come from an annotated class. Annotate the class of the bean itself.");
    }
  }

  /**
   * Returns whether a manager sees the beans; then it sees the other beans of the application too.
   */
  boolean areSeenBy(BeanManager manager) {
    return beans.stream().noneMatch(bean -> manager.getBeans(bean, Any.Literal.INSTANCE).isEmpty());
  }

  /** Returns the faults that show before the beans are validated, each as one line. */
  List<String> faults() {
    List<String> all = new ArrayList<>(faults);
    Map<String, List<Class<?>>> named =
        beans.stream()
            .collect(
                groupingBy(
                    BeanState::name, LinkedHashMap::new, java.util.stream.Collectors.toList()));
    named.forEach(
        (name, same) -> {
          if (same.size() > 1) {
            all.add(
                "  @SessionBean %s have the same attribute '%s'; each needs its own. Name them with @SessionBean(\"...\")."
                    .formatted(
                        same.stream().map(Class::getName).sorted().collect(joining(" and ")),
                        name));
          }
        });
    return all;
  }

  /** Returns the faults of the state of the beans, each as one line. */
  List<String> faults(JsonCodec json) {
    List<String> all = new ArrayList<>(faults);
    for (Class<?> bean : beans) {
      BeanState<?> state = BeanState.of(bean);
      List<String> kept = keptInjections(bean, state);
      (kept.isEmpty() ? BeanStateCheck.faults(json, state) : kept)
          .forEach(fault -> all.add(line(bean, fault)));
    }
    return all;
  }

  /** A field that gets an injected parameter would be written with the bean in it. */
  private static List<String> keptInjections(Class<?> bean, BeanState<?> state) {
    List<String> kept = new ArrayList<>();
    for (Type injected : injectedParameters(bean)) {
      for (Field field : state.fields()) {
        if (field.getGenericType().equals(injected)) {
          kept.add(
              "has the field '%s' of type %s, and a constructor or initializer method has a parameter of that type; an injected object cannot be kept. Make the field transient, or inject the field itself."
                  .formatted(field.getName(), injected.getTypeName()));
        }
      }
    }
    return kept;
  }

  /** Returns the types of the parameters of constructors and initializer methods. */
  private static List<Type> injectedParameters(Class<?> bean) {
    List<Executable> injecting = new ArrayList<>(List.of(bean.getDeclaredConstructors()));
    for (Class<?> each = bean; each != null; each = each.getSuperclass()) {
      injecting.addAll(List.of(each.getDeclaredMethods()));
    }
    return injecting.stream()
        .filter(each -> each.isAnnotationPresent(Inject.class))
        .flatMap(each -> Arrays.stream(each.getGenericParameterTypes()))
        .toList();
  }
}
