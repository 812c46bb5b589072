package dev.signet.servlet;

import dev.signet.SessionStoreException;
import dev.signet.cdi.RequestSessionHolder;
import dev.signet.cdi.RestRegistration;
import dev.signet.core.RequestSession;
import dev.signet.core.SessionLifecycle;
import dev.signet.csrf.ServletCsrfCheck;
import jakarta.enterprise.context.ContextNotActiveException;
import jakarta.enterprise.inject.spi.CDI;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.FilterConfig;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.lang.System.Logger.Level;
import org.jspecify.annotations.Nullable;

/**
 * Creates the session of each request, checks requests to servlets against CSRF, and writes the
 * session before the response is committed. A session is loaded when it is first used. The filter
 * registers itself; public only for containers that refuse that. Thread-safe.
 */
public final class SessionServletFilter implements Filter {

  private static final System.Logger LOG = System.getLogger(SessionServletFilter.class.getName());

  private final ServletCsrfCheck csrf =
      new ServletCsrfCheck(request -> beans().rest().checks(request));

  private @Nullable Beans beans;

  /** The beans that the filter uses. */
  private record Beans(
      ServletSessions sessions,
      RequestSessionHolder holder,
      RestFiltersCheck rest,
      MechanismCheck mechanism) {}

  /** Creates the filter; called by the servlet container. */
  public SessionServletFilter() {}

  /** Starts Signet if the application declares the filter, and nothing else has started it. */
  @Override
  public void init(FilterConfig config) {
    ServletStart.publish(config.getServletContext());
  }

  @Override
  public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    if (request instanceof HttpServletRequest http
        && response instanceof HttpServletResponse raw
        && !isNested(request, response)) {
      filter(http, raw, chain);
    } else {
      chain.doFilter(request, response);
    }
  }

  /** Returns whether the application has declared this filter beside the registered one. */
  private static boolean isNested(ServletRequest request, ServletResponse response) {
    return request.getDispatcherType() == DispatcherType.REQUEST
        && response instanceof SessionResponse;
  }

  private void filter(HttpServletRequest request, HttpServletResponse raw, FilterChain chain)
      throws IOException, ServletException {
    RequestSession session = begin(request);
    var response = new SessionResponse(raw, request, session);
    if (request.getDispatcherType() == DispatcherType.ERROR && !raw.isCommitted()) {
      response.replaceDecided();
    }
    HttpServletRequest passedOn =
        RestServlets.isTarget(request) ? request : new SessionRequest(request, response);
    try {
      if (request.getDispatcherType() != DispatcherType.REQUEST
          || !csrf.refuses(request, response)) {
        chain.doFilter(passedOn, response);
        if (beans().rest().detectsMissing(request, response) && !response.isCommitted()) {
          var unused = csrf.refuses(request, response);
        }
      }
      if (request.isAsyncStarted()) {
        request.getAsyncContext().addListener(new AsyncCompletion(response));
      } else {
        response.commitSession();
      }
    } catch (IOException | ServletException | RuntimeException | Error e) {
      fail(e, raw, response);
    }
  }

  private RequestSession begin(HttpServletRequest request) {
    Beans found = beans();
    found.mechanism().check(request);
    RequestSession session = found.sessions().of(request);
    try {
      found.holder().set(session);
    } catch (ContextNotActiveException e) {
      // Some containers have no request scope in asynchronous dispatches; an injected session
      // reports it.
      LOG.log(Level.DEBUG, "No CDI request scope is active in this dispatch.");
    }
    return session;
  }

  private Beans beans() {
    Beans known = beans;
    if (known == null) {
      var cdi = CDI.current();
      known =
          new Beans(
              new ServletSessions(cdi.select(SessionLifecycle.class).get()),
              cdi.select(RequestSessionHolder.class).get(),
              new RestFiltersCheck(cdi.select(RestRegistration.class).get()),
              new MechanismCheck());
      beans = known;
    }
    return known;
  }

  /**
   * Sends status 503 if the store failed; otherwise saves only what save() requires, and rethrows.
   */
  private static void fail(Throwable failure, HttpServletResponse raw, SessionResponse response)
      throws IOException, ServletException {
    SessionStoreException storeFailure = storeFailure(failure);
    if (storeFailure != null && !raw.isCommitted()) {
      response.replaceByStoreFailure(storeFailure);
      raw.sendError(HttpServletResponse.SC_SERVICE_UNAVAILABLE);
      return;
    }
    response.commitFailedSession();
    if (failure instanceof IOException io) {
      throw io;
    }
    if (failure instanceof ServletException servlet) {
      throw servlet;
    }
    if (failure instanceof RuntimeException runtime) {
      throw runtime;
    }
    throw (Error) failure;
  }

  private static @Nullable SessionStoreException storeFailure(Throwable failure) {
    Throwable cause = failure;
    for (int depth = 0; cause != null && depth < 10; depth++) {
      if (cause instanceof SessionStoreException found) {
        return found;
      }
      cause = cause instanceof ServletException servlet ? servlet.getRootCause() : cause.getCause();
    }
    return null;
  }
}
