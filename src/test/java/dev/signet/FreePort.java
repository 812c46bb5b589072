package dev.signet;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.concurrent.ThreadLocalRandom;

/**
 * Ports for servers of tests. They are below the range that the system gives to clients (Linux:
 * from 32768), so that no connection takes the port of a server while that is stopped.
 */
public final class FreePort {

  private static final int LOWEST = 20_000;
  private static final int BELOW_CLIENTS = 32_000;
  private static final int ATTEMPTS = 100;

  private FreePort() {}

  /** Returns a port of the loopback interface that no server uses now. */
  public static int find() {
    for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
      int port = ThreadLocalRandom.current().nextInt(LOWEST, BELOW_CLIENTS);
      try (var socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
        return socket.getLocalPort();
      } catch (IOException e) {
        // It is in use.
      }
    }
    throw new IllegalStateException("There is no free port from 20000 to 32000.");
  }
}
