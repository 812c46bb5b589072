package dev.signet.security;

import jakarta.enterprise.inject.Produces;
import jakarta.enterprise.inject.spi.AnnotatedType;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Finds the authentication mechanisms of an application by the names of their types. */
final class OwnMechanisms {

  /** The end of the name of Soteria's, of GlassFish's and of each further definition. */
  private static final String DEFINITION = "MechanismDefinition";

  /** Called in place of the mechanisms of an application (Jakarta Security 4.0). */
  private static final String HANDLER = SecurityApi.MECHANISM + "Handler";

  /** Selects MicroProfile JWT. */
  private static final String LOGIN_CONFIG = "org.eclipse.microprofile.auth.LoginConfig";

  private OwnMechanisms() {}

  /** Returns whether a class of the application is a mechanism, or defines or produces one. */
  static boolean isOne(AnnotatedType<?> type) {
    Class<?> javaClass = type.getJavaClass();
    return isOfApplication(javaClass.getClassLoader())
        && (type.getTypeClosure().stream().anyMatch(OwnMechanisms::isMechanism)
            || type.getAnnotations().stream().anyMatch(OwnMechanisms::isDefinition)
            || type.getMethods().stream()
                .anyMatch(
                    method ->
                        method.isAnnotationPresent(Produces.class)
                            && areMechanisms(method.getTypeClosure()))
            || type.getFields().stream()
                .anyMatch(
                    field ->
                        field.isAnnotationPresent(Produces.class)
                            && areMechanisms(field.getTypeClosure())));
  }

  private static boolean areMechanisms(Set<Type> types) {
    return types.stream().anyMatch(OwnMechanisms::isMechanism);
  }

  private static boolean isMechanism(Type type) {
    String name = type.getTypeName();
    return name.equals(SecurityApi.MECHANISM) || name.equals(HANDLER);
  }

  /** Definitions may be repeated; then their container is present. */
  private static boolean isDefinition(Annotation annotation) {
    String name = annotation.annotationType().getName();
    return name.equals(LOGIN_CONFIG) || name.contains(DEFINITION);
  }

  /** The server's own mechanisms are in class loaders that do not see Signet. */
  private static boolean isOfApplication(@Nullable ClassLoader loader) {
    return loader != null
        && (loader == OwnMechanisms.class.getClassLoader()
            || loader == Thread.currentThread().getContextClassLoader());
  }
}
