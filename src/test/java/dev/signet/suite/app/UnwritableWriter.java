package dev.signet.suite.app;

import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.ext.MessageBodyWriter;
import jakarta.ws.rs.ext.Provider;
import java.io.OutputStream;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;

/** Fails after the response filters. */
@Provider
public class UnwritableWriter implements MessageBodyWriter<ValuesResource.Unwritable> {

  /** What {@link UnwritableMapper} maps. */
  static final class Failure extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final int status;

    Failure(int status) {
      super("This entity cannot be written.");
      this.status = status;
    }

    int status() {
      return status;
    }
  }

  @Override
  public boolean isWriteable(
      Class<?> type, Type genericType, Annotation[] annotations, MediaType mediaType) {
    return type == ValuesResource.Unwritable.class;
  }

  @Override
  public void writeTo(
      ValuesResource.Unwritable entity,
      Class<?> type,
      Type genericType,
      Annotation[] annotations,
      MediaType mediaType,
      MultivaluedMap<String, Object> headers,
      OutputStream stream) {
    throw new Failure(entity.status());
  }
}
