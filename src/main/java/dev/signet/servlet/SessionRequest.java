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

/**
 * A request whose asynchronous responses and includes go through the response that writes the
 * session.
 */
final class SessionRequest extends HttpServletRequestWrapper {

  private final SessionResponse response;

  SessionRequest(HttpServletRequest request, SessionResponse response) {
    super(request);
    this.response = response;
  }

  /** The container's own would continue with the response that the filter got. */
  @Override
  public AsyncContext startAsync() {
    return startAsync(this, response);
  }

  @Override
  public AsyncContext startAsync(ServletRequest request, ServletResponse wrapped) {
    return new SessionAsyncContext(super.startAsync(request, wrapped), response);
  }

  @Override
  public @Nullable RequestDispatcher getRequestDispatcher(String path) {
    RequestDispatcher dispatcher = super.getRequestDispatcher(path);
    return dispatcher == null ? null : new IncludingDispatcher(dispatcher, response);
  }

  /** Headers that are set during an include are ignored, so what is known is written before. */
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
