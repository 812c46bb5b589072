package dev.signet.csrf;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.MediaType;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Finds a field of a form that a resource has yet to read. Only the stream of the entity is read,
 * and the resource gets the same bytes: a servlet's parameters are decoded in another charset, and
 * are incomplete if the server has read a part of the body.
 */
final class FormFieldReader {

  /** How many bytes of a form are searched, and held in memory. */
  static final int LIMIT = 64 * 1024;

  private FormFieldReader() {}

  /** Returns the first value of a field of a request's form; null if absent. */
  static @Nullable String read(ContainerRequestContext request, String name) throws IOException {
    MediaType type = request.getMediaType();
    if (type == null) {
      return null;
    }
    return switch (type(type)) {
      case "application/x-www-form-urlencoded" -> UrlEncodedForm.find(prefix(request), name);
      case "multipart/form-data" -> {
        String boundary = type.getParameters().get("boundary");
        yield boundary == null ? null : MultipartForm.find(prefix(request), boundary, name);
      }
      default -> null;
    };
  }

  private static String type(MediaType type) {
    return (type.getType() + "/" + type.getSubtype()).toLowerCase(Locale.ROOT);
  }

  private static String prefix(ContainerRequestContext request) throws IOException {
    InputStream entity = request.getEntityStream();
    byte[] start = entity.readNBytes(LIMIT);
    var again = new ByteArrayInputStream(start);
    request.setEntityStream(start.length < LIMIT ? again : new SequenceInputStream(again, entity));
    return new String(start, ISO_8859_1);
  }
}
