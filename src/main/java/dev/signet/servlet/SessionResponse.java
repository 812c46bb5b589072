package dev.signet.servlet;

import dev.signet.SessionStoreException;
import dev.signet.core.RequestSession;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.lang.System.Logger.Level;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** A response that writes the session before it is committed, however it is committed. */
final class SessionResponse extends HttpServletResponseWrapper {

  private static final System.Logger LOG = System.getLogger(SessionResponse.class.getName());

  private static final int SERVER_ERROR = 500;

  private final HttpServletRequest request;
  private final RequestSession session;
  private final SessionHeaders headers;
  private final OutputLimit limit;

  private boolean written;
  private @Nullable ServletOutputStream stream;
  private @Nullable PrintWriter writer;

  SessionResponse(HttpServletResponse raw, HttpServletRequest request, RequestSession session) {
    super(raw);
    this.request = request;
    this.session = session;
    this.headers = new SessionHeaders(raw, session);
    this.limit = new OutputLimit(raw::getBufferSize, this::commitSession);
  }

  /** Writes the session; the response is about to be committed with its present status. */
  void commitSession() {
    commitSession(getStatus() >= SERVER_ERROR);
  }

  /** Writes the session if {@code save()} was called; the container makes an error response. */
  void commitFailedSession() {
    commitSession(true);
  }

  private void commitSession(boolean serverError) {
    if (!written) {
      written = true;
      limit.close();
      if (super.isCommitted()) {
        headers.checkNothingIsLost();
      } else {
        headers.write(serverError, isIncluding());
      }
    }
  }

  /** Writes the session in its current state; it may change until the response is committed. */
  void beforeInclude() {
    if (!written && !super.isCommitted() && session.isModified()) {
      headers.write(getStatus() >= SERVER_ERROR, isIncluding());
      session.reopen();
    }
  }

  /** Allows another decision, because an error page replaces the response. */
  void replaceDecided() {
    if (session.decidedHeader().isPresent()) {
      headers.noteCookie(session.cookieName());
    }
    session.reopen();
  }

  /**
   * Replaces the response by status 503, because its session could not be loaded or saved.
   *
   * @throws SessionStoreException the failure, if the response is already committed
   */
  void replaceByStoreFailure(SessionStoreException failure) {
    if (super.isCommitted()) {
      throw failure;
    }
    LOG.log(Level.ERROR, "{0}", failure.getMessage());
    super.reset();
    headers.vary();
    super.setHeader("Retry-After", ServletSessions.RETRY_AFTER);
    super.setStatus(HttpServletResponse.SC_SERVICE_UNAVAILABLE);
  }

  /** Returns whether a page is being included, so that the container ignores headers. */
  private boolean isIncluding() {
    return request.getAttribute(RequestDispatcher.INCLUDE_REQUEST_URI) != null;
  }

  @Override
  public void sendRedirect(String location) throws IOException {
    commitSession(false);
    super.sendRedirect(location);
  }

  /** Overrides a method of Servlet 6.1. */
  public void sendRedirect(String location, boolean clearBuffer) throws IOException {
    sendRedirect(location, HttpServletResponse.SC_FOUND, clearBuffer);
  }

  /** Overrides a method of Servlet 6.1. */
  public void sendRedirect(String location, int status) throws IOException {
    sendRedirect(location, status, true);
  }

  /** Overrides a method of Servlet 6.1. */
  public void sendRedirect(String location, int status, boolean clearBuffer) throws IOException {
    commitSession(false);
    Redirects.send((HttpServletResponse) getResponse(), location, status, clearBuffer);
  }

  @Override
  public void sendError(int status) throws IOException {
    commitSession(status >= SERVER_ERROR);
    super.sendError(status);
  }

  @Override
  public void sendError(int status, String message) throws IOException {
    commitSession(status >= SERVER_ERROR);
    super.sendError(status, message);
  }

  @Override
  public void flushBuffer() throws IOException {
    if (!written
        && ContainerFlush.isPossible(request)
        && ContainerFlush.isBy(ContainerFlush.CALLERS.getCallerClass())) {
      return; // filters of the application come after that, and may still use the session
    }
    commitSession();
    super.flushBuffer();
  }

  @Override
  public void reset() {
    super.reset(); // throws if the response is committed
    if (written) {
      written = false;
      session.reopen();
    }
    headers.reset();
    limit.reset();
    stream = null; // the container may choose another encoding
    writer = null;
  }

  @Override
  public void resetBuffer() {
    super.resetBuffer();
    limit.reset();
  }

  @Override
  public void setBufferSize(int size) {
    super.setBufferSize(size);
    limit.setBufferSize(size);
  }

  @Override
  public void setContentLength(int length) {
    limit.setContentLength(length);
    super.setContentLength(length);
  }

  @Override
  public void setContentLengthLong(long length) {
    limit.setContentLength(length);
    super.setContentLengthLong(length);
  }

  @Override
  public void setIntHeader(String name, int value) {
    if (isContentLength(name)) {
      limit.setContentLength(value);
    }
    super.setIntHeader(name, value);
  }

  @Override
  public void setHeader(String name, String value) {
    if (isSetCookie(name)) {
      headers.setCookie(value);
    } else {
      noteContentLength(name, value);
      super.setHeader(name, value);
    }
  }

  @Override
  public void addHeader(String name, String value) {
    if (isSetCookie(name)) {
      headers.addCookie(value);
    } else {
      noteContentLength(name, value);
      super.addHeader(name, value);
    }
  }

  @Override
  public void addCookie(Cookie cookie) {
    headers.noteCookie(cookie.getName());
    super.addCookie(cookie);
  }

  private void noteContentLength(String name, @Nullable String value) {
    if (isContentLength(name) && value != null) {
      try {
        limit.setContentLength(Long.parseLong(value.strip()));
      } catch (NumberFormatException e) {
        // The container rejects or ignores the call.
      }
    }
  }

  private static boolean isContentLength(String name) {
    return name.length() == 14 && name.toLowerCase(Locale.ROOT).equals("content-length");
  }

  private static boolean isSetCookie(String name) {
    return name.length() == 10 && name.toLowerCase(Locale.ROOT).equals("set-cookie");
  }

  @Override
  public ServletOutputStream getOutputStream() throws IOException {
    if (stream == null) {
      limit.measureBuffer();
      stream = new SessionOutputStream(super.getOutputStream(), limit);
    }
    return stream;
  }

  /** A writer that reports failures of the container's writer, which throws no exceptions. */
  private static final class CheckedWriter extends PrintWriter {

    private final PrintWriter raw;

    CheckedWriter(SessionWriter writer, PrintWriter raw) {
      super(writer);
      this.raw = raw;
    }

    @Override
    public boolean checkError() {
      boolean failed = super.checkError(); // flushes
      return raw.checkError() || failed;
    }
  }

  @Override
  public PrintWriter getWriter() throws IOException {
    if (writer == null) {
      limit.measureBuffer();
      PrintWriter raw = super.getWriter();
      writer = new CheckedWriter(new SessionWriter(raw, getCharacterEncoding(), limit), raw);
    }
    return writer;
  }
}
