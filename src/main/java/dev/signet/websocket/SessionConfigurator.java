package dev.signet.websocket;

import dev.signet.Session;
import dev.signet.core.SessionLifecycle;
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
 * <p>A handshake whose cookie is not valid has a fresh session, as any request. Safe for use by
 * many threads.
 */
public class SessionConfigurator extends ServerEndpointConfig.Configurator {

  private static final String PROPERTY = Handshake.class.getName();

  /** Made by the WebSocket container. */
  public SessionConfigurator() {}

  /**
   * Returns the session that the handshake of a socket had.
   *
   * <p>With sessions in the cookie, it is as it was when the handshake was answered: the cookie is
   * beyond reach by then, so whatever changes the session throws {@link IllegalStateException}.
   *
   * <p>With sessions in a store, each call returns a session that reads the store when it is first
   * touched; so ask anew for each message. What is changed there is saved by {@code save()} and not
   * without it, at once; {@code delete()} ends the session at once; {@code renew()} would need a
   * new cookie and throws {@link IllegalStateException}. So does {@code save()} where the session
   * has ended meanwhile, and every change where the handshake left the browser without one.
   *
   * @param socket the endpoint's own session, of which this is not a kind
   * @throws IllegalStateException if another configurator made the handshake
   */
  public static Session sessionOf(jakarta.websocket.Session socket) {
    if (socket.getUserProperties().get(PROPERTY) instanceof Handshake handshake) {
      return handshake.session();
    }
    throw new IllegalStateException(
        "This socket has no session: its endpoint is not configured by Signet. Write @ServerEndpoint(value = \"...\", configurator = SessionConfigurator.class), or one that extends it.");
  }

  /**
   * Called with the session of each handshake before that is answered: the last moment when what is
   * put is saved with a cookie. Does nothing here.
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
    var handshake = new Handshake(lifecycle, cookieHeader(request), isSecure(request));
    onHandshake(handshake.live(), request);
    handshake
        .answer()
        .ifPresent(
            cookie ->
                response
                    .getHeaders()
                    .computeIfAbsent("Set-Cookie", name -> new ArrayList<>())
                    .add(cookie));
    config.getUserProperties().put(PROPERTY, handshake);
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
