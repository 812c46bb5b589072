package dev.signet.websocket;

import dev.signet.Session;
import dev.signet.SessionEvent;
import dev.signet.SessionEvent.CsrfFailure;
import dev.signet.config.CsrfConfig;
import dev.signet.config.CsrfConfig.Mode;
import dev.signet.core.SessionLifecycle;
import dev.signet.csrf.OriginCheck;
import dev.signet.http.WebOrigin;
import jakarta.enterprise.inject.spi.CDI;
import jakarta.websocket.HandshakeResponse;
import jakarta.websocket.server.HandshakeRequest;
import jakarta.websocket.server.ServerEndpointConfig;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Makes the session of the handshake available to a WebSocket endpoint. Configure it with
 * {@code @ServerEndpoint(value = "/feed", configurator = SessionConfigurator.class)}, and call
 * {@link #sessionOf} in the endpoint.
 *
 * <p>A handshake with an invalid cookie has a fresh session, as any request. If {@code
 * session.csrf} is on, a handshake from a page of another origin has an empty session that cannot
 * be changed, and {@link SessionEvent.CsrfRejected} is fired, because the browser sends the cookie
 * with it too.
 *
 * <p>On Open Liberty the cookie of a handshake has {@code Expires} instead of {@code Max-Age} and
 * loses {@code Partitioned}. With {@code session.partitioned}, change the session in requests only.
 * Thread-safe.
 */
public class SessionConfigurator extends ServerEndpointConfig.Configurator {

  private static final String PROPERTY = HandshakeSession.class.getName();

  /** The property if several handshakes have the same properties. */
  private static final Object SHARED = new Object();

  /** Creates a configurator; called by the WebSocket container. */
  public SessionConfigurator() {}

  /**
   * Returns the session of the handshake of a socket.
   *
   * <p>With sessions in the cookie, it has the content of the time when the handshake was answered.
   * The cookie can no longer be sent, so every change throws {@link IllegalStateException}. All
   * callers get the same session, which is not thread-safe. It does not end while the socket is
   * open: close the socket at {@link Session#expiresAt}.
   *
   * <p>With sessions in a store, each call returns a session that reads the store at its first use,
   * so call this method for each message. It lives as long as the session in the store, whichever
   * request prolongs that. Changes are saved by {@code save()} only, at once; {@code delete()} ends
   * the session at once; {@code renew()} would need a new cookie and throws {@link
   * IllegalStateException}. {@code save()} throws it too if the session has ended, and so does
   * every change if the handshake left the browser without a session.
   *
   * @param socket the WebSocket session of the endpoint
   * @throws IllegalStateException if another configurator made the handshake
   * @throws dev.signet.SessionException if the session could not be read or saved when the
   *     handshake was answered, which the client was not told; or if the store fails now
   */
  public static Session sessionOf(jakarta.websocket.Session socket) {
    if (socket.getUserProperties().get(PROPERTY) instanceof HandshakeSession handshake) {
      return handshake.session();
    }
    if (socket.getUserProperties().get(PROPERTY) == SHARED) {
      throw new IllegalStateException(
          "This socket has no session: the server has the same user properties for all handshakes"
              + " of an endpoint, so its session could be that of another client. Read the session"
              + " in a Jakarta REST resource, and pass on what the endpoint needs.");
    }
    throw new IllegalStateException(
        "This socket has no session: its endpoint is not configured by Signet. Write"
            + " @ServerEndpoint(value = \"...\", configurator = SessionConfigurator.class), or use"
            + " a subclass of it.");
  }

  /**
   * Called with the session of each handshake before it is answered, which is the last moment when
   * a change is saved with a cookie. Not called for a page of another origin if {@code
   * session.csrf} is on. This implementation does nothing. Exceptions other than {@link
   * dev.signet.SessionException} end the handshake; servers show them to the client.
   *
   * @param session the session
   * @param request the handshake
   */
  protected void onHandshake(Session session, HandshakeRequest request) {}

  /** Loads the session, and saves it with the response. Overriding methods have to call it. */
  @Override
  public void modifyHandshake(
      ServerEndpointConfig config, HandshakeRequest request, HandshakeResponse response) {
    var lifecycle = CDI.current().select(SessionLifecycle.class).get();
    boolean secure = isSecure(request);
    boolean foreign = isForeign(request, secure);
    var handshake = new HandshakeSession(lifecycle, foreign ? null : cookieHeader(request), secure);
    if (foreign) {
      lifecycle.publish(new SessionEvent.CsrfRejected(CsrfFailure.FOREIGN_ORIGIN));
      handshake.answer(session -> {});
    } else {
      handshake
          .answer(session -> onHandshake(session, request))
          .ifPresent(cookie -> add(response.getHeaders(), cookie));
    }
    keep(handshake, config.getUserProperties());
  }

  /** A handshake has properties of its own, unless the server shares them: then none is kept. */
  private static void keep(HandshakeSession handshake, Map<String, Object> properties) {
    synchronized (SHARED) {
      properties.put(PROPERTY, properties.containsKey(PROPERTY) ? SHARED : handshake);
    }
  }

  private static void add(Map<String, List<String>> headers, String cookie) {
    List<String> cookies = new ArrayList<>(headers.getOrDefault("Set-Cookie", List.of()));
    cookies.add(cookie);
    headers.put("Set-Cookie", cookies);
  }

  private static boolean isForeign(HandshakeRequest request, boolean secure) {
    var config = CDI.current().select(CsrfConfig.class).get();
    return config.mode() != Mode.OFF
        && !new OriginCheck(config.allowedOrigins())
            .accepts(
                line(request, "Sec-Fetch-Site"),
                line(request, "Origin"),
                () -> ownOrigin(request, secure));
  }

  /** Some servers give the path of the URI only; then the host is that of the header. */
  private static @Nullable WebOrigin ownOrigin(HandshakeRequest request, boolean secure) {
    WebOrigin own = WebOrigin.of(request.getRequestURI(), secure);
    String host = line(request, "Host");
    return own != null || host == null
        ? own
        : WebOrigin.parse((secure ? "https://" : "http://") + host);
  }

  private static @Nullable String line(HandshakeRequest request, String name) {
    List<String> lines = header(request, name);
    return lines.isEmpty() ? null : String.join(", ", lines);
  }

  private static @Nullable String cookieHeader(HandshakeRequest request) {
    List<String> lines = header(request, "Cookie");
    return lines.isEmpty() ? null : String.join("; ", lines);
  }

  /** Pages that came over HTTPS open only secure sockets, even if a proxy hides that. */
  private static boolean isSecure(HandshakeRequest request) {
    String scheme = String.valueOf(request.getRequestURI().getScheme());
    return scheme.equals("wss")
        || scheme.equals("https")
        || header(request, "Origin").stream().anyMatch(origin -> origin.startsWith("https:"));
  }

  private static List<String> header(HandshakeRequest request, String name) {
    return request.getHeaders().entrySet().stream()
        .filter(header -> name.equalsIgnoreCase(header.getKey()))
        .map(Map.Entry::getValue)
        .flatMap(List::stream)
        .toList();
  }
}
