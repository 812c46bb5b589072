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

  private static final boolean SERVLETS = isPresent("jakarta.servlet.http.HttpServletRequest");
  private static final String RESTEASY = "org.jboss.resteasy.";
  private static final String JAKARTA_REST = "jakarta.ws.rs.";

  private static boolean isPresent(String type) {
    try {
      Class.forName(type, false, RestRequest.class.getClassLoader());
      return true;
    } catch (ClassNotFoundException | LinkageError e) {
      return false;
    }
  }

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
    if (SERVLETS && takesFormParametersOfServlet()) {
      CheckedRequest servlet = ServletCheckedRequest.current();
      if (servlet != null) {
        return servlet.formField(name);
      }
    }
    return FormFieldReader.read(request, name);
  }

  /**
   * RESTEasy takes form parameters from the servlet request, where they are missing once the stream
   * was read. A method without an entity parameter does not read the stream.
   */
  private boolean takesFormParametersOfServlet() {
    MediaType type = request.getMediaType();
    return request.getClass().getName().startsWith(RESTEASY)
        && request.getMethod().equals("POST")
        && type != null
        && MediaType.APPLICATION_FORM_URLENCODED_TYPE.isCompatible(type)
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
