package dev.signet.json;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty.Access;
import com.fasterxml.jackson.databind.AnnotationIntrospector;
import com.fasterxml.jackson.databind.BeanDescription;
import com.fasterxml.jackson.databind.SerializationConfig;
import com.fasterxml.jackson.databind.introspect.Annotated;
import com.fasterxml.jackson.databind.introspect.AnnotatedClass;
import com.fasterxml.jackson.databind.introspect.AnnotatedMember;
import com.fasterxml.jackson.databind.introspect.BeanPropertyDefinition;
import java.lang.reflect.Field;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Finds fields without a property, and annotations that keep properties out of the JSON or out of
 * what is read. Whether a value survives then depends on the value, so one value does not speak for
 * its class.
 */
final class LossyProperties {

  private LossyProperties() {}

  static boolean exist(SerializationConfig config, BeanDescription description) {
    var introspector = config.getAnnotationIntrospector();
    AnnotatedClass type = description.getClassInfo();
    List<AnnotatedMember> members = members(type);
    if (hasHiddenField(description)
        || members.stream().anyMatch(member -> isOneWay(introspector, member))) {
      return true;
    }
    // Without an equals of its own, what the application ignores is no part of the value.
    return hasEquals(description.getBeanClass())
        && (isIncomplete(config, introspector, type)
            || members.stream()
                .anyMatch(
                    member ->
                        introspector.hasIgnoreMarker(member)
                            || isIncomplete(config, introspector, member)));
  }

  private static boolean hasHiddenField(BeanDescription description) {
    Set<String> known = new HashSet<>();
    for (BeanPropertyDefinition property : description.findProperties()) {
      known.add(property.getInternalName());
    }
    if (description.getIgnoredPropertyNames() != null) {
      known.addAll(description.getIgnoredPropertyNames());
    }
    for (Class<?> type = description.getBeanClass();
        type != null && !ValueTypes.isJdk(type);
        type = type.getSuperclass()) {
      for (Field field : type.getDeclaredFields()) {
        if (FieldComparison.isValue(description.getBeanClass(), field)
            && !known.contains(field.getName())) {
          return true;
        }
      }
    }
    return false;
  }

  private static List<AnnotatedMember> members(AnnotatedClass type) {
    List<AnnotatedMember> members = new ArrayList<>();
    type.fields().forEach(members::add);
    type.memberMethods().forEach(members::add);
    type.getConstructors()
        .forEach(
            constructor -> {
              for (int i = 0; i < constructor.getParameterCount(); i++) {
                members.add(constructor.getParameter(i));
              }
            });
    return members;
  }

  private static boolean isOneWay(AnnotationIntrospector introspector, AnnotatedMember member) {
    Access access = introspector.findPropertyAccess(member);
    return access == Access.READ_ONLY || access == Access.WRITE_ONLY;
  }

  private static boolean isIncomplete(
      SerializationConfig config, AnnotationIntrospector introspector, Annotated annotated) {
    JsonInclude.Value inclusion = introspector.findPropertyInclusion(annotated);
    return !introspector.findPropertyIgnoralByName(config, annotated).getIgnored().isEmpty()
        || isPartial(inclusion.getValueInclusion())
        || isPartial(inclusion.getContentInclusion());
  }

  private static boolean isPartial(JsonInclude.Include include) {
    return include != JsonInclude.Include.ALWAYS && include != JsonInclude.Include.USE_DEFAULTS;
  }

  private static boolean hasEquals(Class<?> type) {
    try {
      return type.isRecord()
          || type.getMethod("equals", Object.class).getDeclaringClass() != Object.class;
    } catch (NoSuchMethodException e) {
      throw new IllegalStateException(e); // every class has it
    }
  }
}
