package dev.signet.jaxrs;

import dev.signet.SessionStoreException;
import jakarta.annotation.Priority;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.sse.SseEventSink;
import java.lang.System.Logger.Level;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Decides the session before a method whose response is a stream, because Quarkus calls no response
 * filter for it. A change in the method throws then, and is not lost. Thread-safe.
 */
@Priority(Integer.MAX_VALUE)
final class StreamFilter implements ContainerRequestFilter {

  private static final System.Logger LOG = System.getLogger(StreamFilter.class.getName());

  /** The types that are written as a stream, by their names: Quarkus may be absent. */
  private static final Set<String> STREAMS =
      Set.of(
          "java.util.concurrent.Flow$Publisher",
          "org.reactivestreams.Publisher",
          "io.smallrye.mutiny.Multi");

  private final ResourceInfo resource;
  private final ConcurrentHashMap<Method, Boolean> streaming = new ConcurrentHashMap<>();

  /**
   * @param resource the resource of the current request
   */
  StreamFilter(ResourceInfo resource) {
    this.resource = resource;
  }

  @Override
  public void filter(ContainerRequestContext request) {
    Method method = resource.getResourceMethod();
    var session = RequestSessions.known(request);
    if (method == null
        || session == null
        || !streaming.computeIfAbsent(method, StreamFilter::isStreaming)) {
      return;
    }
    if (session.isModified()) {
      throw new IllegalStateException(
          "A filter has changed the session of a request to %s, whose response is a stream, so the"
                  .formatted(method)
              + " change cannot be saved. Change the session in another request.");
    }
    try {
      var unused = session.size(); // what was read before the decision can be read after it
    } catch (SessionStoreException e) {
      LOG.log(Level.DEBUG, "The session cannot be read in a stream: {0}", e.getMessage());
    }
    var unused = session.decide(false);
  }

  private static boolean isStreaming(Method method) {
    return Arrays.asList(method.getParameterTypes()).contains(SseEventSink.class)
        || producesEvents(
            method.isAnnotationPresent(Produces.class) ? method : method.getDeclaringClass())
        || isStream(method.getReturnType());
  }

  private static boolean producesEvents(AnnotatedElement element) {
    Produces produces = element.getAnnotation(Produces.class);
    return produces != null
        && Arrays.stream(produces.value())
            .anyMatch(type -> type.startsWith(MediaType.SERVER_SENT_EVENTS));
  }

  private static boolean isStream(Class<?> type) {
    Class<?> parent = type.getSuperclass();
    return STREAMS.contains(type.getName())
        || (parent != null && isStream(parent))
        || Arrays.stream(type.getInterfaces()).anyMatch(StreamFilter::isStream);
  }
}
