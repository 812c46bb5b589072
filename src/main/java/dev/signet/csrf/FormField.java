package dev.signet.csrf;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.MediaType;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.net.URLEncoder;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Looks into a form that a resource is still going to read. */
final class FormField {

  /** No more of a form is looked at, and kept meanwhile. */
  static final int LIMIT = 64 * 1024;

  private FormField() {}

  /**
   * Returns a field of a request's form; null where there is none.
   *
   * @param servlet the same request where the server is one of servlets, which reads a form once
   *     and for all, for form parameters too; null where it is not
   */
  static @Nullable String read(
      ContainerRequestContext request, @Nullable HttpServletRequest servlet, String name)
      throws IOException {
    MediaType type = request.getMediaType();
    if (type == null || !isForm(type)) {
      return null;
    }
    if (servlet != null) {
      String value = servlet.getParameter(name);
      var query = request.getUriInfo().getQueryParameters();
      request.setEntityStream(
          new ByteArrayInputStream(form(servlet.getParameterMap(), query).getBytes(ISO_8859_1)));
      return value;
    }
    InputStream entity = request.getEntityStream();
    byte[] start = entity.readNBytes(LIMIT);
    var again = new ByteArrayInputStream(start);
    request.setEntityStream(start.length < LIMIT ? again : new SequenceInputStream(again, entity));
    return find(new String(start, ISO_8859_1), name);
  }

  /** Writes a form again, without what the address of the request adds to its parameters. */
  static String form(Map<String, String[]> parameters, Map<String, List<String>> query) {
    List<String> pairs = new ArrayList<>();
    parameters.forEach(
        (name, values) -> {
          List<String> others = query.getOrDefault(name, List.of());
          for (String value : values) {
            if (!others.contains(value)) {
              pairs.add(URLEncoder.encode(name, UTF_8) + "=" + URLEncoder.encode(value, UTF_8));
            }
          }
        });
    return String.join("&", pairs);
  }

  private static boolean isForm(MediaType type) {
    MediaType form = MediaType.APPLICATION_FORM_URLENCODED_TYPE;
    return type.getType().equalsIgnoreCase(form.getType())
        && type.getSubtype().equalsIgnoreCase(form.getSubtype());
  }

  /** Returns the first field of a name; names and values are compared and returned undecoded. */
  static @Nullable String find(String form, String name) {
    int start = 0;
    while (start < form.length()) {
      int ampersand = form.indexOf('&', start);
      int end = ampersand < 0 ? form.length() : ampersand;
      int equals = start + name.length();
      if (equals < end && form.startsWith(name, start) && form.charAt(equals) == '=') {
        return form.substring(equals + 1, end);
      }
      start = end + 1;
    }
    return null;
  }
}
