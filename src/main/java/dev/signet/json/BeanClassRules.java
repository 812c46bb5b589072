package dev.signet.json;

import java.lang.reflect.Constructor;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The rules for classes of session beans: a container has to extend them by a proxy. */
public final class BeanClassRules {

  private BeanClassRules() {}

  /** Returns what is wrong with a class, with the rule and the remedy; null if nothing is. */
  public static @Nullable String fault(Class<?> type) {
    int modifiers = type.getModifiers();
    if (type.isRecord()) {
      return "is a record; its content cannot change, and no proxy can extend it. Make it a class, or put the record with session.put.";
    }
    if (type.isInterface() || type.isEnum()) {
      return "is an interface or an enum, which cannot be a bean. Annotate a class.";
    }
    if (Modifier.isAbstract(modifiers)) {
      return "is abstract, so no object of it can be created. Annotate its subclasses.";
    }
    if (Modifier.isFinal(modifiers)) {
      return "is final, and no proxy can extend it. Remove the final.";
    }
    if (type.getEnclosingClass() != null && !Modifier.isStatic(modifiers)) {
      return "is an inner class, which needs its outer object. Make it static.";
    }
    if (constructor(type).filter(each -> !Modifier.isPrivate(each.getModifiers())).isEmpty()) {
      return "has no accessible constructor without parameters; a proxy and the copy that is written need one. Add one that is not private.";
    }
    return memberFault(type);
  }

  private static java.util.Optional<Constructor<?>> constructor(Class<?> type) {
    return Arrays.stream(type.getDeclaredConstructors())
        .filter(constructor -> constructor.getParameterCount() == 0)
        .findAny();
  }

  private static @Nullable String memberFault(Class<?> type) {
    return Stream.<Class<?>>iterate(type, Objects::nonNull, Class::getSuperclass)
        .filter(each -> !ValueTypes.isJdk(each))
        .map(BeanClassRules::ownMemberFault)
        .filter(Objects::nonNull)
        .findFirst()
        .orElse(null);
  }

  private static @Nullable String ownMemberFault(Class<?> type) {
    for (var field : type.getDeclaredFields()) {
      int modifiers = field.getModifiers();
      if (Modifier.isPublic(modifiers) && !Modifier.isStatic(modifiers)) {
        return "has the public field '%s', which a proxy cannot redirect. Make it private."
            .formatted(field.getName());
      }
    }
    for (Method method : type.getDeclaredMethods()) {
      int modifiers = method.getModifiers();
      if (Modifier.isFinal(modifiers)
          && !Modifier.isPrivate(modifiers)
          && !Modifier.isStatic(modifiers)) {
        return "has the final method '%s', which a proxy cannot redirect. Remove the final."
            .formatted(method.getName());
      }
    }
    return null;
  }
}
