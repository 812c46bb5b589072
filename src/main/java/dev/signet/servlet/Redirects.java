package dev.signet.servlet;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;

/** The redirect methods of Servlet 6.1. Loaded only if one is called, so the API is available. */
final class Redirects {

  private static final MethodHandle SEND = find();

  private Redirects() {}

  private static MethodHandle find() {
    try {
      return MethodHandles.publicLookup()
          .findVirtual(
              HttpServletResponse.class,
              "sendRedirect",
              MethodType.methodType(void.class, String.class, int.class, boolean.class));
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("The container has no Servlet 6.1.", e);
    }
  }

  static void send(HttpServletResponse response, String location, int status, boolean clear)
      throws IOException {
    try {
      SEND.invokeExact(response, location, status, clear);
    } catch (IOException | RuntimeException | Error e) {
      throw e;
    } catch (Throwable e) {
      throw new IllegalStateException(e);
    }
  }
}
