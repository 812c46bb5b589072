package dev.signet.store.jdbc;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Stands between a client and a server, counts how often the client waits for an answer, and loses
 * an answer on demand, connection and all.
 */
final class Relay implements AutoCloseable {

  private final ServerSocket entrance;
  private final int server;
  private final AtomicInteger roundTrips = new AtomicInteger();
  private final AtomicBoolean loseNext = new AtomicBoolean();

  private Relay(ServerSocket entrance, int server) {
    this.entrance = entrance;
    this.server = server;
  }

  static Relay to(int port) throws IOException {
    var relay = new Relay(new ServerSocket(0, 50, InetAddress.getLoopbackAddress()), port);
    start(relay::accept);
    return relay;
  }

  int port() {
    return entrance.getLocalPort();
  }

  int roundTrips() {
    return roundTrips.get();
  }

  /** The server gets what comes next; the client does not get the answer. */
  void loseNextAnswer() {
    loseNext.set(true);
  }

  private void accept() {
    try {
      while (true) {
        Socket client = entrance.accept();
        var target = new Socket(entrance.getInetAddress(), server);
        var asked = new AtomicBoolean();
        start(() -> pass(client, target, () -> asked.set(true)));
        start(() -> pass(target, client, () -> answer(asked, client, target)));
      }
    } catch (IOException e) {
      // The end.
    }
  }

  private void answer(AtomicBoolean asked, Socket client, Socket target) {
    if (asked.compareAndSet(true, false)) {
      roundTrips.incrementAndGet();
      if (loseNext.compareAndSet(true, false)) {
        end(client);
        end(target);
      }
    }
  }

  private static void pass(Socket from, Socket to, Runnable beforePassing) {
    byte[] buffer = new byte[8192];
    try (InputStream in = from.getInputStream();
        OutputStream out = to.getOutputStream()) {
      for (int length = in.read(buffer); length >= 0; length = in.read(buffer)) {
        beforePassing.run();
        out.write(buffer, 0, length);
      }
    } catch (IOException e) {
      // One side ended.
    } finally {
      end(to);
    }
  }

  private static void end(Socket socket) {
    try {
      socket.close();
    } catch (IOException e) {
      // It is closed.
    }
  }

  private static void start(Runnable task) {
    var thread = new Thread(task, "relay");
    thread.setDaemon(true);
    thread.start();
  }

  @Override
  public void close() throws IOException {
    entrance.close();
  }
}
