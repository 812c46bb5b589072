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
 * A proxy between a client and a server. It counts the round trips, and on demand drops a response
 * together with its connection.
 */
final class TcpProxy implements AutoCloseable {

  private final ServerSocket entrance;
  private final int server;
  private final AtomicInteger roundTrips = new AtomicInteger();
  private final AtomicBoolean loseNext = new AtomicBoolean();

  private TcpProxy(ServerSocket entrance, int server) {
    this.entrance = entrance;
    this.server = server;
  }

  static TcpProxy to(int port) throws IOException {
    var proxy = new TcpProxy(new ServerSocket(0, 50, InetAddress.getLoopbackAddress()), port);
    start(proxy::accept);
    return proxy;
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
    var thread = new Thread(task, "tcp-proxy");
    thread.setDaemon(true);
    thread.start();
  }

  @Override
  public void close() throws IOException {
    entrance.close();
  }
}
