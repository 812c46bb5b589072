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
 * Gives a WebSocket endpoint the session of its handshake: {@code @ServerEndpoint(value = "/feed",
 * configurator = SessionConfigurator.class)}, and {@link #sessionOf} in the endpoint.
 *
 * <p>A handshake whose cookie is not valid has a fresh session, as any request. Where {@code
 * session.csrf} is on, one that a page of another origin makes has an empty session that cannot be
 * changed, and {@link SessionEvent.CsrfRejected} tells of it: the browser sends the cookie there
 * too.
 *
 * <p>On Open Liberty the cookie of a handshake says {@code Expires} instead of {@code Max-Age}, and
 * {@code Partitioned} is lost, so with {@code session.partitioned} change the session in requests
 * only. Safe for use by many threads.
 */
public class SessionConfigurator extends ServerEndpointConfig.Configurator {

  private static final String PROPERTY = HandshakeSession.class.getName();

  /** Made by the WebSocket container. */
  public SessionConfigurator() {}

  /**
   * Returns the session that the handshake of a socket had.
   *
   * <p>With sessions in the cookie, it is as it was when the handshake was answered: the cookie is
   * beyond reach by then, so whatever changes the session throws {@link IllegalStateException}. All
   * who ask get the same one, not safe for use by two threads at the same time. It does not end
   * while the socket is open: close that at {@link Session#expiresAt}.
   *
   * <p>With sessions in a store, each call returns a session that reads the store when it is first
   * touched; so ask anew for each message. What is changed there is saved by {@code save()} and not
   * without it, at once; {@code delete()} ends the session at once; {@code renew()} would need a
   * new cookie and throws {@link IllegalStateException}. So does {@code save()} where the session
   * has ended meanwhile, and every change where the handshake left the browser without one.
   *
   * @param socket the endpoint's own session, of which this is not a kind
   * @throws IllegalStateException if another configurator made the handshake
   * @throws dev.signet.SessionException if the session could not be read or kept when the handshake
   *     was answered, which the client was not told; or if the store cannot be asked now
   */
  public static Session sessionOf(jakarta.websocket.Session socket) {
    if (socket.getUserProperties().get(PROPERTY) instanceof HandshakeSession handshake) {
      return handshake.session();
    }
    throw new IllegalStateException(
        "This socket has no session: its endpoint is not configured by Signet. Write"
            + " @ServerEndpoint(value = \"...\", configurator = SessionConfigurator.class), or one"
            + " that extends it.");
  }

  /**
   * Called with the session of each handshake before that is answered: the last moment when what is
   * put is saved with a cookie. Not called for a page of another origin where {@code session.csrf}
   * is on. Does nothing here. What it throws, but for {@link dev.signet.SessionException}, ends the
   * handshake, and servers show it to the client.
   *
   * @param session the session
   * @param request the handshake
   */
  protected void onHandshake(Session session, HandshakeRequest request) {}

  /** Loads the session, and saves it with the response; to be called by whoever overrides it. */
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
    config.getUserProperties().put(PROPERTY, handshake);
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
                () -> WebOrigin.of(request.getRequestURI(), secure));
  }

  private static @Nullable String line(HandshakeRequest request, String name) {
    List<String> lines = header(request, name);
    return lines.isEmpty() ? null : String.join(", ", lines);
  }

  private static @Nullable String cookieHeader(HandshakeRequest request) {
    List<String> lines = header(request, "Cookie");
    return lines.isEmpty() ? null : String.join("; ", lines);
  }

  /** A page that came over HTTPS opens no other sockets, whatever the server sees of a proxy. */
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
