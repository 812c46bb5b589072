package dev.signet.jaxrs;

import dev.signet.SessionException;
import dev.signet.SessionStoreException;
import jakarta.annotation.Priority;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Providers;
import jakarta.ws.rs.ext.RuntimeDelegate;
import java.lang.System.Logger.Level;
import org.jspecify.annotations.Nullable;

/**
 * Maps exceptions of sessions if the application does not: the client learns that the server
 * failed, and the log has the reason.
 */
@Priority(Integer.MAX_VALUE)
public class SessionExceptionMapper implements ExceptionMapper<SessionException> {

  private static final System.Logger LOG = System.getLogger(SessionExceptionMapper.class.getName());

  /** Seconds until a client may try again; a store that is back is used at once. */
  private static final int RETRY_AFTER = 5;

  @Context @Nullable Providers providers;

  /** Creates a mapper, into which Jakarta REST injects what it needs. */
  public SessionExceptionMapper() {}

  SessionExceptionMapper(Providers providers) {
    this.providers = providers;
  }

  @Override
  public Response toResponse(SessionException exception) {
    var general = general();
    if (general != null && !isTheServersOwn(general.getClass())) {
      return general.toResponse(exception);
    }
    if (exception instanceof SessionStoreException) {
      LOG.log(Level.ERROR, "{0}", exception.getMessage());
      LOG.log(Level.DEBUG, "The session store failed.", exception);
      return answer(
          Response.status(Response.Status.SERVICE_UNAVAILABLE)
              .header(HttpHeaders.RETRY_AFTER, RETRY_AFTER),
          "The server cannot reach the session now.");
    }
    LOG.log(Level.ERROR, "The session could not be used as the application asked.", exception);
    return answer(Response.serverError(), "The server could not keep the session.");
  }

  private static Response answer(Response.ResponseBuilder response, String text) {
    return response
        .header(HttpHeaders.VARY, HttpHeaders.COOKIE)
        .type(MediaType.TEXT_PLAIN_TYPE)
        .entity(text)
        .build();
  }

  /** A mapper of the application for all exceptions applies, although this one is more specific. */
  private @Nullable ExceptionMapper<RuntimeException> general() {
    return providers == null ? null : providers.getExceptionMapper(RuntimeException.class);
  }

  /**
   * Returns whether a mapper belongs to the server, whose class loader or Jakarta REST
   * implementation it comes from. Such mappers would show the message to the client.
   */
  private static boolean isTheServersOwn(Class<?> mapper) {
    if (!seesSignet(mapper.getClassLoader())) {
      return true;
    }
    String[] server = RuntimeDelegate.getInstance().getClass().getName().split("\\.", 4);
    return mapper.getName().startsWith(String.join(".", server[0], server[1], server[2]) + ".");
  }

  private static boolean seesSignet(@Nullable ClassLoader loader) {
    ClassLoader ours = SessionExceptionMapper.class.getClassLoader();
    while (loader != null && loader != ours) {
      loader = loader.getParent();
    }
    return loader != null;
  }
}
