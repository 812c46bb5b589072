package dev.signet.security;

import dev.signet.Caller;
import dev.signet.SessionStoreException;
import dev.signet.config.LoginConfig;
import dev.signet.core.RequestSession;
import dev.signet.core.SessionLifecycle;
import dev.signet.servlet.ServletSessions;
import jakarta.enterprise.inject.spi.CDI;
import jakarta.security.enterprise.AuthenticationException;
import jakarta.security.enterprise.AuthenticationStatus;
import jakarta.security.enterprise.authentication.mechanism.http.HttpAuthenticationMechanism;
import jakarta.security.enterprise.authentication.mechanism.http.HttpMessageContext;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.lang.System.Logger.Level;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Authenticates the caller of the session for Jakarta Security. The container calls it for each
 * request, before filters, and again if a servlet calls {@code authenticate}. {@link
 * MechanismExtension} makes it a bean. Thread-safe.
 */
class SessionMechanism implements HttpAuthenticationMechanism {

  private static final System.Logger LOG = System.getLogger(SessionMechanism.class.getName());

  private final StaticFiles files = new StaticFiles();

  private @Nullable Beans beans;

  /** The beans that the mechanism uses, and what it makes of them. */
  private record Beans(ServletSessions sessions, AccessRefusals refusals) {}

  @Override
  public AuthenticationStatus validateRequest(
      HttpServletRequest request, HttpServletResponse response, HttpMessageContext context)
      throws AuthenticationException {
    try {
      RequestSession session = beans().sessions().of(request);
      boolean isRequired = context.isProtected() || context.isAuthenticationRequest();
      Optional<Caller> caller =
          isRequired || mayDependOnCaller(request, session) ? session.caller() : Optional.empty();
      if (caller.isPresent()) {
        if (isRequired) {
          ServletSessions.vary(response, session); // the container may refuse the role
        }
        return context.notifyContainerAboutLogin(caller.get().name(), caller.get().roles());
      }
      return isRequired
          ? send(beans().refusals().unauthorized(page(request), session), request, response)
          : context.doNothing();
    } catch (SessionStoreException e) {
      LOG.log(Level.ERROR, "{0}", e.getMessage());
      return fail(HttpServletResponse.SC_SERVICE_UNAVAILABLE, response);
    } catch (RuntimeException e) {
      LOG.log(Level.ERROR, "The caller of a session could not be determined.", e);
      return fail(HttpServletResponse.SC_INTERNAL_SERVER_ERROR, response); // not a silent 403
    }
  }

  /** Returns whether a response without a guard may depend on the caller in the session. */
  private boolean mayDependOnCaller(HttpServletRequest request, RequestSession session) {
    return session.isUsed() || (beans().sessions().hasCookie(request) && !files.isOne(request));
  }

  private static PageRequest page(HttpServletRequest request) {
    return new PageRequest(
        request.getMethod(),
        PageRequest.encode(request.getRequestURI()),
        request.getQueryString() == null ? null : PageRequest.encode(request.getQueryString()),
        request.getHeader("Accept"),
        request.getHeader(PageRequest.FETCH_MODE));
  }

  /** Sends a response whole, because containers replace headers of one that is not committed. */
  private AuthenticationStatus send(
      AccessResponse refused, HttpServletRequest request, HttpServletResponse response)
      throws AuthenticationException {
    response.setStatus(refused.status());
    refused.headers().forEach(response::setHeader);
    ServletSessions.write(request, response, beans().sessions().of(request));
    try {
      response.getOutputStream().write(refused.body());
      response.flushBuffer();
    } catch (IOException e) {
      throw new AuthenticationException(e);
    }
    return AuthenticationStatus.SEND_CONTINUE;
  }

  private static AuthenticationStatus fail(int status, HttpServletResponse response)
      throws AuthenticationException {
    response.addHeader("Vary", "Cookie");
    if (status == HttpServletResponse.SC_SERVICE_UNAVAILABLE) {
      response.setHeader("Retry-After", ServletSessions.RETRY_AFTER);
    }
    try {
      response.sendError(status);
    } catch (IOException e) {
      throw new AuthenticationException(e);
    }
    return AuthenticationStatus.SEND_CONTINUE;
  }

  /** Called by {@code HttpServletRequest.logout()}. Deletes the session, which logs out. */
  @Override
  public void cleanSubject(
      HttpServletRequest request, HttpServletResponse response, HttpMessageContext context) {
    RequestSession session = beans().sessions().of(request);
    if (session.caller().isPresent()) {
      session.delete();
    }
    context.cleanClientSubject();
  }

  /** Looks beans up late: a class that the server adds by its own means has no injection. */
  private Beans beans() {
    Beans known = beans;
    if (known == null) {
      var cdi = CDI.current();
      LoginPage page =
          LoginPage.of(cdi.select(LoginConfig.class).get(), cdi.select(ContextRoot.class).get());
      known =
          new Beans(
              new ServletSessions(cdi.select(SessionLifecycle.class).get()),
              new AccessRefusals(() -> page));
      beans = known;
    }
    return known;
  }
}
