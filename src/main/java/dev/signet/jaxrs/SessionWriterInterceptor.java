package dev.signet.jaxrs;

import dev.signet.core.RequestSession;
import jakarta.annotation.Priority;
import jakarta.ws.rs.ext.WriterInterceptor;
import jakarta.ws.rs.ext.WriterInterceptorContext;
import java.io.IOException;

/**
 * Reopens the session if an entity cannot be written, because another response takes its place and
 * has to be decided.
 */
@Priority(SessionRequestFilter.PRIORITY)
public class SessionWriterInterceptor implements WriterInterceptor {

  @Override
  public void aroundWriteTo(WriterInterceptorContext context) throws IOException {
    try {
      context.proceed();
    } catch (IOException | RuntimeException e) {
      if (context.getProperty(RequestSessions.PROPERTY) instanceof RequestSession session) {
        session.reopen();
      }
      throw e;
    }
  }
}
