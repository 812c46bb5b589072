package dev.signet.json;

import dev.signet.SessionBean;
import java.lang.reflect.Constructor;
import java.lang.reflect.Field;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The fields of a {@link SessionBean} class that are kept in the session. The object that the
 * container creates may be of a generated subclass and has injected fields; so its state is copied
 * to an object of the class itself, which is written as JSON, and back. Immutable and thread-safe.
 *
 * @param <T> the class of the bean
 */
public final class BeanState<T> {

  /** The annotations of fields that a container sets; most of their APIs are optional. */
  private static final Set<String> INJECTING =
      Set.of(
          "jakarta.inject.Inject",
          "jakarta.annotation.Resource",
          "jakarta.ejb.EJB",
          "jakarta.persistence.PersistenceContext",
          "jakarta.persistence.PersistenceUnit",
          "jakarta.ws.rs.core.Context",
          "org.eclipse.microprofile.config.inject.ConfigProperty");

  private final String name;
  private final Class<T> type;
  private final Constructor<T> constructor;
  private final List<Field> fields;

  private BeanState(String name, Class<T> type) {
    this.name = name;
    this.type = type;
    this.fields = fields(type);
    try {
      this.constructor = type.getDeclaredConstructor();
    } catch (NoSuchMethodException e) {
      throw new IllegalArgumentException(BeanClassRules.fault(type), e);
    }
    constructor.setAccessible(true);
    fields.forEach(field -> field.setAccessible(true));
  }

  /**
   * Returns the state of a class.
   *
   * @throws IllegalArgumentException if the class cannot be a session bean
   */
  public static <T> BeanState<T> of(Class<T> type) {
    return new BeanState<>(name(type), type);
  }

  /** Returns the name of the attribute of a class. */
  public static String name(Class<?> type) {
    SessionBean annotation = type.getAnnotation(SessionBean.class);
    if (annotation != null && !annotation.value().isEmpty()) {
      return annotation.value();
    }
    String simple = type.getSimpleName();
    boolean acronym = simple.length() > 1 && Character.isUpperCase(simple.charAt(1));
    return acronym ? simple : Character.toLowerCase(simple.charAt(0)) + simple.substring(1);
  }

  /** Returns whether the fields of a class are its state. */
  static boolean isBean(@Nullable Class<?> type) {
    return type != null
        && (type.isAnnotationPresent(SessionBean.class) || isBean(type.getSuperclass()));
  }

  /** Returns whether a field of a bean is a part of its state. */
  static boolean isState(Field field) {
    int modifiers = field.getModifiers();
    return !Modifier.isStatic(modifiers)
        && !Modifier.isTransient(modifiers)
        && !field.isSynthetic()
        && !isInjected(field);
  }

  /** Returns whether a container sets a field. */
  static boolean isInjected(Field field) {
    return Arrays.stream(field.getAnnotations())
        .anyMatch(annotation -> INJECTING.contains(annotation.annotationType().getName()));
  }

  private static List<Field> fields(Class<?> type) {
    List<Field> fields = new ArrayList<>();
    for (Class<?> each = type; each != null && each != Object.class; each = each.getSuperclass()) {
      Arrays.stream(each.getDeclaredFields()).filter(BeanState::isState).forEach(fields::add);
    }
    return fields;
  }

  /** Returns the name of the attribute. */
  public String name() {
    return name;
  }

  /** Returns the class of the bean. */
  public Class<T> type() {
    return type;
  }

  /** Returns the types of the fields. */
  public List<Field> fields() {
    return fields;
  }

  /** Returns an object of the class that was constructed, and nothing else. */
  public T initial() {
    try {
      return constructor.newInstance();
    } catch (InvocationTargetException e) {
      throw new IllegalStateException(
          "The no-argument constructor of session bean %s failed; it must not need the container. Move such code to a @PostConstruct method."
              .formatted(type.getName()),
          e.getCause());
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(e); // it is accessible, and the class is not abstract
    }
  }

  /** Returns an object of the class that has the state of a bean, to be written as JSON. */
  public T of(Object bean) {
    T state = initial();
    copy(type.cast(bean), state);
    return state;
  }

  /** Copies the state of one object to another. */
  public void copy(T from, T to) {
    try {
      for (Field field : fields) {
        field.set(to, field.get(from));
      }
    } catch (IllegalAccessException e) {
      throw new IllegalStateException(e); // they are accessible, and none is static
    }
  }
}
