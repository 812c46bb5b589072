package dev.signet.suite.commit;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.ext.MessageBodyWriter;
import jakarta.ws.rs.ext.Provider;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Forwards to the page of a view, as view engines do. */
@Provider
public class ViewWriter implements MessageBodyWriter<View> {

  @Context @Nullable HttpServletRequest request;
  @Context @Nullable HttpServletResponse response;

  @Override
  public boolean isWriteable(
      Class<?> type, Type genericType, Annotation[] annotations, MediaType mediaType) {
    return type == View.class;
  }

  @Override
  public void writeTo(
      View view,
      Class<?> type,
      Type genericType,
      Annotation[] annotations,
      MediaType mediaType,
      MultivaluedMap<String, Object> headers,
      OutputStream out)
      throws IOException {
    HttpServletRequest current = Objects.requireNonNull(request);
    try {
      current.getRequestDispatcher(view.path()).forward(current, response);
    } catch (ServletException e) {
      throw new IOException(e);
    }
  }
}
