package dev.signet.servlet;

import dev.signet.SessionStoreException;
import jakarta.servlet.AsyncContext;
import jakarta.servlet.AsyncListener;
import jakarta.servlet.ServletContext;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;

/** An asynchronous context that writes the session before it completes. */
final class SessionAsyncContext implements AsyncContext {

  private final AsyncContext context;
  private final SessionRequest request;
  private final SessionResponse response;

  SessionAsyncContext(AsyncContext context, SessionRequest request, SessionResponse response) {
    this.context = context;
    this.request = request;
    this.response = response;
  }

  @Override
  public void complete() {
    try {
      response.commitSession();
    } catch (SessionStoreException e) {
      response.replaceByStoreFailure(e);
    } finally {
      context.complete(); // or the client waits for the timeout
    }
  }

  @Override
  public ServletRequest getRequest() {
    return context.getRequest();
  }

  @Override
  public ServletResponse getResponse() {
    return context.getResponse();
  }

  @Override
  public boolean hasOriginalRequestAndResponse() {
    return context.hasOriginalRequestAndResponse();
  }

  @Override
  public void dispatch() {
    request.dispatch(context::dispatch);
  }

  @Override
  public void dispatch(String path) {
    request.dispatch(() -> context.dispatch(path));
  }

  @Override
  public void dispatch(ServletContext target, String path) {
    request.dispatch(() -> context.dispatch(target, path));
  }

  @Override
  public void start(Runnable run) {
    context.start(run);
  }

  @Override
  public void addListener(AsyncListener listener) {
    context.addListener(listener);
  }

  @Override
  public void addListener(AsyncListener listener, ServletRequest request, ServletResponse target) {
    context.addListener(listener, request, target);
  }

  @Override
  public <T extends AsyncListener> T createListener(Class<T> type) throws ServletException {
    return context.createListener(type);
  }

  @Override
  public void setTimeout(long timeout) {
    context.setTimeout(timeout);
  }

  @Override
  public long getTimeout() {
    return context.getTimeout();
  }
}
