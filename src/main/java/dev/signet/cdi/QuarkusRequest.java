package dev.signet.cdi;

import dev.signet.core.RequestSession;
import jakarta.enterprise.context.ContextNotActiveException;
import jakarta.enterprise.inject.spi.CDI;
import java.lang.reflect.Method;
import org.jspecify.annotations.Nullable;

/**
 * The session of a request to Quarkus with servlets. Quarkus REST runs beside the servlet
 * container: after the {@code @PreMatching} filters, it passes requests that match no resource to
 * the servlet container. Elsewhere, attributes of a servlet request are also properties of Jakarta
 * REST. Thread-safe.
 */
public final class QuarkusRequest {

  private static final String KEY = RequestSession.class.getName();

  private static final @Nullable Access ACCESS = Access.find();

  private QuarkusRequest() {}

  /** Returns the session that has begun in the current request; null if there is none. */
  public static @Nullable RequestSession session() {
    return ACCESS == null ? null : ACCESS.read();
  }

  /** Records the session of the current request, if Quarkus has servlets. */
  public static void begin(RequestSession session) {
    if (ACCESS != null) {
      ACCESS.write(session);
    }
  }

  /**
   * The methods of Quarkus.
   *
   * @param holder the bean that holds the request, {@code CurrentVertxRequest}
   * @param current returns the request, a {@code RoutingContext}
   * @param get returns a value of it
   * @param put adds a value to it
   */
  private record Access(Class<?> holder, Method current, Method get, Method put) {

    /** Returns the methods; null if there is no Quarkus, or it has no servlets. */
    static @Nullable Access find() {
      ClassLoader loader = QuarkusRequest.class.getClassLoader();
      try {
        var unused =
            Class.forName("io.quarkus.undertow.runtime.UndertowDeploymentRecorder", false, loader);
      } catch (ClassNotFoundException | LinkageError e) {
        return null;
      }
      try {
        var holder =
            Class.forName("io.quarkus.vertx.http.runtime.CurrentVertxRequest", false, loader);
        var current = holder.getMethod("getCurrent");
        return new Access(
            holder,
            current,
            current.getReturnType().getMethod("get", String.class),
            current.getReturnType().getMethod("put", String.class, Object.class));
      } catch (ReflectiveOperationException e) {
        throw new IllegalStateException(
            "Signet cannot find the current request of this version of Quarkus (%s). Use Quarkus 3.33, or remove quarkus-undertow."
                .formatted(e.getMessage()),
            e);
      }
    }

    @Nullable RequestSession read() {
      Object request = request();
      return request == null ? null : (RequestSession) call(get, request, KEY);
    }

    void write(RequestSession session) {
      Object request = request();
      if (request != null) {
        var unused = call(put, request, KEY, session);
      }
    }

    private @Nullable Object request() {
      try {
        return call(current, CDI.current().select(holder).get());
      } catch (ContextNotActiveException e) {
        return null;
      }
    }

    private static @Nullable Object call(Method method, Object target, Object... arguments) {
      try {
        return method.invoke(target, arguments);
      } catch (ReflectiveOperationException e) {
        if (e.getCause() instanceof RuntimeException failure) {
          throw failure;
        }
        throw new IllegalStateException(e);
      }
    }
  }
}
