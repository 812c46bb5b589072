package dev.signet.suite;

import java.net.CookieManager;
import java.net.CookiePolicy;
import java.net.HttpCookie;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** A page's connection to a WebSocket endpoint, and the cookies its handshake brought. */
final class Socket implements WebSocket.Listener, AutoCloseable {

  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private final BlockingQueue<String> answers = new ArrayBlockingQueue<>(10);
  private final StringBuilder text = new StringBuilder();
  private final CookieManager cookies = new CookieManager(null, CookiePolicy.ACCEPT_ALL);
  private final WebSocket socket;

  /** Connects, with a cookie unless it is empty, and with more headers. */
  Socket(URI uri, String cookie, String... headers) {
    var client =
        HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .cookieHandler(cookies)
            .connectTimeout(PATIENCE)
            .build();
    var builder = client.newWebSocketBuilder().connectTimeout(PATIENCE);
    if (!cookie.isEmpty()) {
      builder.header("Cookie", cookie);
    }
    for (int i = 0; i < headers.length; i += 2) {
      builder.header(headers[i], headers[i + 1]);
    }
    socket = builder.buildAsync(uri, this).join();
  }

  /** Says something and returns the answer. */
  String ask(String question) {
    socket.sendText(question, true).join();
    return next();
  }

  /** Returns what comes next, or came already. */
  String next() {
    try {
      String answer = answers.poll(PATIENCE.toSeconds(), TimeUnit.SECONDS);
      if (answer == null) {
        throw new AssertionError("Nothing came.");
      }
      return answer;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError(e);
    }
  }

  /** Returns the session cookies of the handshake's response; Liberty adds one of its own. */
  List<HttpCookie> cookies() {
    return cookies.getCookieStore().getCookies().stream()
        .filter(cookie -> cookie.getName().equals("session"))
        .toList();
  }

  /** Returns what a browser would send from now on. */
  String pair() {
    if (cookies().size() != 1) {
      throw new AssertionError("Not one cookie: " + cookies());
    }
    return cookies().get(0).getName() + "=" + cookies().get(0).getValue();
  }

  @Override
  public @Nullable CompletionStage<?> onText(WebSocket from, CharSequence part, boolean last) {
    text.append(part);
    if (last) {
      answers.add(text.toString());
      text.setLength(0);
    }
    from.request(1);
    return null;
  }

  @Override
  public void close() {
    socket.sendClose(WebSocket.NORMAL_CLOSURE, "").join();
  }
}
