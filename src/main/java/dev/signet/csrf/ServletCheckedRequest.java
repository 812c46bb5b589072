package dev.signet.csrf;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.signet.http.WebOrigin;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.Part;
import java.io.IOException;
import java.io.InputStream;
import java.lang.System.Logger.Level;
import java.net.URI;
import java.net.URLDecoder;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** A request to a servlet or a page. */
record ServletCheckedRequest(HttpServletRequest request) implements CheckedRequest {

  private static final System.Logger LOG = System.getLogger(ServletCheckedRequest.class.getName());

  private static final int MAX_TOKEN = 1024;

  /** Returns whether the container decodes the body as a form. */
  boolean isForm() {
    return isUrlEncoded() || isMultipart();
  }

  private boolean isUrlEncoded() {
    return type().equals("application/x-www-form-urlencoded");
  }

  private boolean isMultipart() {
    return type().equals("multipart/form-data");
  }

  private String type() {
    String type = request.getContentType();
    return type == null ? "" : type.split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
  }

  @Override
  public @Nullable String header(String name) {
    List<String> fields = Collections.list(request.getHeaders(name));
    return fields.isEmpty() ? null : String.join(", ", fields);
  }

  @Override
  public @Nullable WebOrigin ownOrigin() {
    String name = request.getServerName();
    String host = name.contains(":") && !name.startsWith("[") ? "[" + name + "]" : name;
    try {
      URI uri = URI.create(request.getScheme() + "://" + host + ":" + request.getServerPort());
      return WebOrigin.of(uri, request.isSecure());
    } catch (IllegalArgumentException e) {
      return null;
    }
  }

  @Override
  public @Nullable String formField(String name) throws IOException {
    if (isUrlEncoded()) {
      return parameter(name);
    }
    return isMultipart() ? part(name) : null;
  }

  /** Returns a parameter of the body; those of the query come first (Jakarta Servlet 6.0, 3.1). */
  private @Nullable String parameter(String name) {
    try {
      String[] values = request.getParameterValues(name);
      int inQuery = countInQuery(name);
      return values == null || values.length <= inQuery ? null : values[inQuery];
    } catch (IllegalArgumentException | IllegalStateException e) {
      LOG.log(Level.DEBUG, "The container cannot decode the form.", e);
      return null;
    }
  }

  private int countInQuery(String name) {
    String query = request.getQueryString();
    return query == null
        ? 0
        : (int) Arrays.stream(query.split("&")).filter(pair -> name.equals(name(pair))).count();
  }

  private static String name(String pair) {
    return URLDecoder.decode(pair.split("=", 2)[0], UTF_8);
  }

  private @Nullable String part(String name) throws IOException {
    try {
      Part part = request.getPart(name);
      if (part == null) {
        return null;
      }
      try (InputStream content = part.getInputStream()) {
        return new String(content.readNBytes(MAX_TOKEN), UTF_8);
      }
    } catch (IllegalStateException | UnsupportedOperationException | ServletException e) {
      LOG.log(
          Level.DEBUG,
          "The container cannot decode the multipart form: the servlet has no multipart"
              + " configuration, or the form exceeds a limit of it.",
          e);
      return null;
    }
  }
}
