package dev.signet.csrf;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.EntityPart;
import jakarta.ws.rs.core.MediaType;
import java.io.IOException;
import java.io.InputStream;
import java.lang.System.Logger.Level;
import java.lang.reflect.InvocationTargetException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Reads the fields of a form from RESTEasy's request, which also provides them to form parameters
 * of resource methods. In a servlet container it takes them from the servlet request, where they
 * are missing once the stream was read.
 */
final class RestEasyForm {

  private static final System.Logger LOG = System.getLogger(RestEasyForm.class.getName());

  private static final int MAX_TOKEN = 1024;

  private RestEasyForm() {}

  /** Returns the first value of a field of a request's form; null if there is none. */
  static @Nullable String read(ContainerRequestContext context, String name) throws IOException {
    try {
      Object request = call(context, "getHttpRequest");
      if (isMultipart(context)) {
        Object part =
            request.getClass().getMethod("getFormEntityPart", String.class).invoke(request, name);
        return ((Optional<?>) part).isPresent()
            ? text((EntityPart) ((Optional<?>) part).get())
            : null;
      }
      Object fields = call(request, "getDecodedFormParameters");
      List<?> values = (List<?>) ((Map<?, ?>) fields).get(name);
      return values == null || values.isEmpty() ? null : (String) values.get(0);
    } catch (NoSuchMethodException | IllegalAccessException e) {
      return FormFieldReader.read(context, name); // another version of RESTEasy
    } catch (InvocationTargetException e) {
      LOG.log(Level.DEBUG, "RESTEasy cannot decode the form.", e.getCause());
      return null;
    }
  }

  private static boolean isMultipart(ContainerRequestContext context) {
    return MediaType.MULTIPART_FORM_DATA_TYPE.isCompatible(context.getMediaType());
  }

  private static Object call(Object target, String method)
      throws NoSuchMethodException, IllegalAccessException, InvocationTargetException {
    return target.getClass().getMethod(method).invoke(target);
  }

  private static String text(EntityPart part) throws IOException {
    try (InputStream content = part.getContent()) {
      return new String(content.readNBytes(MAX_TOKEN), StandardCharsets.UTF_8);
    }
  }
}
