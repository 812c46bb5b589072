package dev.signet.csrf;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.MediaType;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import org.jspecify.annotations.Nullable;

/** Looks into a form that a resource is still going to read. */
final class FormFieldReader {

  /** No more of a form is looked at, and kept meanwhile. */
  static final int LIMIT = 64 * 1024;

  private FormFieldReader() {}

  private static final boolean SERVLETS = isThere("jakarta.servlet.http.HttpServletRequest");

  private static boolean isThere(String type) {
    try {
      Class.forName(type, false, FormFieldReader.class.getClassLoader());
      return true;
    } catch (ClassNotFoundException | LinkageError e) {
      return false;
    }
  }

  /** Returns a field of a request's form; null where there is none. */
  static @Nullable String read(ContainerRequestContext request, String name) throws IOException {
    MediaType type = request.getMediaType();
    if (type == null || !isForm(type)) {
      return null;
    }
    if (SERVLETS && request.getMethod().equals("POST")) { // of others servlets read no form
      var servlet = ServletForm.current();
      if (servlet != null) {
        return ServletForm.read(request, servlet, name);
      }
    }
    InputStream entity = request.getEntityStream();
    byte[] start = entity.readNBytes(LIMIT);
    var again = new ByteArrayInputStream(start);
    request.setEntityStream(start.length < LIMIT ? again : new SequenceInputStream(again, entity));
    return find(new String(start, ISO_8859_1), name);
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
