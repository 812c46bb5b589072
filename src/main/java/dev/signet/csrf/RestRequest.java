package dev.signet.csrf;

import dev.signet.http.WebOrigin;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.MediaType;
import java.io.IOException;
import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * A request to a Jakarta REST resource.
 *
 * @param method the resource method; null if unknown
 */
record RestRequest(ContainerRequestContext request, @Nullable Method method)
    implements CheckedRequest {

  private static final String RESTEASY = "org.jboss.resteasy.";
  private static final String JAKARTA_REST = "jakarta.ws.rs.";

  @Override
  public @Nullable String header(String name) {
    return request.getHeaderString(name);
  }

  @Override
  public @Nullable WebOrigin ownOrigin() {
    return WebOrigin.of(request.getUriInfo().getBaseUri(), request.getSecurityContext().isSecure());
  }

  @Override
  public @Nullable String formField(String name) throws IOException {
    return isFormOfRestEasy()
        ? RestEasyForm.read(request, name)
        : FormFieldReader.read(request, name);
  }

  /**
   * Returns whether RESTEasy itself decodes the form. It does not if the method has an entity
   * parameter, which reads the stream, and only for POST if the form is URL-encoded.
   */
  private boolean isFormOfRestEasy() {
    MediaType type = request.getMediaType();
    return request.getClass().getName().startsWith(RESTEASY)
        && type != null
        && (MediaType.MULTIPART_FORM_DATA_TYPE.isCompatible(type)
            || (request.getMethod().equals("POST")
                && MediaType.APPLICATION_FORM_URLENCODED_TYPE.isCompatible(type)))
        && method != null
        && !hasEntityParameter(annotated(method));
  }

  private static boolean hasEntityParameter(Method method) {
    return Arrays.stream(method.getParameterAnnotations())
        .anyMatch(annotations -> Arrays.stream(annotations).noneMatch(RestRequest::isOfRest));
  }

  private static boolean isOfRest(Annotation annotation) {
    String name = annotation.annotationType().getName();
    return name.startsWith(JAKARTA_REST) || name.startsWith(RESTEASY);
  }

  /** Annotations may be inherited from an overridden method (Jakarta REST 3.1, 3.6). */
  private static Method annotated(Method method) {
    Method found = findAnnotated(method.getDeclaringClass(), method);
    return found == null ? method : found;
  }

  private static @Nullable Method findAnnotated(@Nullable Class<?> type, Method method) {
    if (type == null) {
      return null;
    }
    try {
      Method own = type.getDeclaredMethod(method.getName(), method.getParameterTypes());
      if (Arrays.stream(own.getAnnotations()).anyMatch(RestRequest::isOfRest)) {
        return own;
      }
    } catch (NoSuchMethodException e) {
      // It may be declared further up.
    }
    Method found = findAnnotated(type.getSuperclass(), method);
    for (Class<?> implemented : type.getInterfaces()) {
      found = found == null ? findAnnotated(implemented, method) : found;
    }
    return found;
  }
}
