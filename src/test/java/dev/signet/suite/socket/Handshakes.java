package dev.signet.suite.socket;

import dev.signet.Session;
import dev.signet.suite.app.Script;
import dev.signet.websocket.SessionConfigurator;
import jakarta.websocket.HandshakeResponse;
import jakarta.websocket.server.HandshakeRequest;
import jakarta.websocket.server.ServerEndpointConfig;
import java.util.List;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Runs the script of the query during the handshake; where it says so, two handshakes at once. */
public class Handshakes extends SessionConfigurator {

  private static final CyclicBarrier TWO = new CyclicBarrier(2);

  @Override
  protected void onHandshake(Session session, HandshakeRequest request) {
    var parameters = request.getParameterMap();
    Script.run(session, parameters.getOrDefault("script", List.of("")).get(0));
  }

  @Override
  public void modifyHandshake(
      ServerEndpointConfig config, HandshakeRequest request, HandshakeResponse response) {
    super.modifyHandshake(config, request, response);
    if (request.getParameterMap().containsKey("together")) {
      meet();
    }
  }

  private static void meet() {
    try {
      TWO.await(20, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (BrokenBarrierException | TimeoutException e) {
      throw new IllegalStateException("The other one did not come.", e);
    }
  }
}
