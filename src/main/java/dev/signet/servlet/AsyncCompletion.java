package dev.signet.servlet;

import jakarta.servlet.AsyncEvent;
import jakarta.servlet.AsyncListener;

/** Writes the session of an asynchronous response that completes without having been committed. */
final class AsyncCompletion implements AsyncListener {

  private final SessionResponse response;

  AsyncCompletion(SessionResponse response) {
    this.response = response;
  }

  @Override
  public void onComplete(AsyncEvent event) {
    response.commitSession();
  }

  @Override
  public void onTimeout(AsyncEvent event) {
    // The application may still send a response; the session is written before that is committed.
  }

  @Override
  public void onError(AsyncEvent event) {
    response.commitFailedSession();
  }

  @Override
  public void onStartAsync(AsyncEvent event) {
    event.getAsyncContext().addListener(this);
  }
}
