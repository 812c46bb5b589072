package dev.signet.csrf;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.enterprise.inject.spi.CDI;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.MediaType;
import java.io.ByteArrayInputStream;
import java.net.URLEncoder;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A form where the server is one of servlets, which read it once and for all, for form parameters
 * too. The only class that knows them, so that there need be none.
 */
final class ServletForm {

  private ServletForm() {}

  /** Returns the request as servlets have it, or null where none of them runs. */
  static @Nullable HttpServletRequest current() {
    var request = CDI.current().select(HttpServletRequest.class);
    return request.isResolvable() ? request.get() : null;
  }

  /** Returns the first value of a field, or null; the resource gets the form written anew. */
  static @Nullable String read(
      ContainerRequestContext request, HttpServletRequest servlet, String name) {
    Map<String, List<String>> fields;
    try {
      var query = request.getUriInfo().getQueryParameters();
      fields = fields(servlet.getParameterMap(), query);
    } catch (IllegalArgumentException e) {
      return null; // no form, whatever it says it is
    }
    byte[] form = form(fields, charset(request.getMediaType())).getBytes(ISO_8859_1);
    request.setEntityStream(new ByteArrayInputStream(form));
    List<String> values = fields.getOrDefault(name, List.of());
    return values.isEmpty() ? null : values.get(0);
  }

  /** Leaves out what the address says, which comes first (Jakarta Servlet 6.0, 3.1). */
  static Map<String, List<String>> fields(
      Map<String, String[]> parameters, Map<String, List<String>> query) {
    Map<String, List<String>> fields = new LinkedHashMap<>();
    parameters.forEach(
        (name, values) -> {
          int before = query.getOrDefault(name, List.of()).size();
          List<String> all = Arrays.asList(values);
          fields.put(name, all.subList(Math.min(before, all.size()), all.size()));
        });
    return fields;
  }

  static String form(Map<String, List<String>> fields, Charset charset) {
    List<String> pairs = new ArrayList<>();
    fields.forEach(
        (name, values) -> {
          String encoded = URLEncoder.encode(name, charset);
          values.forEach(value -> pairs.add(encoded + "=" + URLEncoder.encode(value, charset)));
        });
    return String.join("&", pairs);
  }

  private static Charset charset(MediaType type) {
    try {
      return Charset.forName(type.getParameters().getOrDefault("charset", UTF_8.name()));
    } catch (IllegalArgumentException e) {
      return UTF_8;
    }
  }
}
