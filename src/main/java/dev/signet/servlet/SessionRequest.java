package dev.signet.servlet;

import jakarta.servlet.AsyncContext;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** A request whose asynchronous responses and includes use the response that writes the session. */
final class SessionRequest extends HttpServletRequestWrapper {

  private final SessionResponse response;

  /** Whether the container is starting an asynchronous dispatch. */
  private boolean dispatching;

  SessionRequest(HttpServletRequest request, SessionResponse response) {
    super(request);
    this.response = response;
  }

  /** Passes the wrapped response; the container would use the original one. */
  @Override
  public AsyncContext startAsync() {
    return startAsync(this, response);
  }

  @Override
  public AsyncContext startAsync(ServletRequest request, ServletResponse wrapped) {
    return new SessionAsyncContext(super.startAsync(request, wrapped), this, response);
  }

  @Override
  public AsyncContext getAsyncContext() {
    return new SessionAsyncContext(super.getAsyncContext(), this, response);
  }

  @Override
  public @Nullable RequestDispatcher getRequestDispatcher(String path) {
    RequestDispatcher dispatcher = super.getRequestDispatcher(path);
    return dispatcher == null || dispatching
        ? dispatcher
        : new IncludingDispatcher(dispatcher, response);
  }

  /** Runs an asynchronous dispatch, for which GlassFish needs a dispatcher of its own. */
  void dispatch(Runnable dispatch) {
    dispatching = true;
    try {
      dispatch.run();
    } finally {
      dispatching = false;
    }
  }

  /** A dispatcher that writes the session before an include, which ignores headers. */
  private record IncludingDispatcher(RequestDispatcher dispatcher, SessionResponse response)
      implements RequestDispatcher {

    @Override
    public void forward(ServletRequest request, ServletResponse target)
        throws ServletException, IOException {
      dispatcher.forward(request, target);
    }

    @Override
    public void include(ServletRequest request, ServletResponse target)
        throws ServletException, IOException {
      response.beforeInclude();
      dispatcher.include(request, target);
    }
  }
}
