package dev.signet.suite;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/** Talks to a server, keeping nothing between two requests: a test says which cookies are sent. */
final class Client {

  private static final Duration PATIENCE = Duration.ofSeconds(30);

  /** Over HTTP/2 many requests at once can take all threads of the server for writing. */
  private final HttpClient http =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).connectTimeout(PATIENCE).build();

  private final URI base;

  Client(URI base) {
    this.base = base;
  }

  Reply get(String path, String... headers) {
    return send(request(path, headers).GET());
  }

  Reply post(String path, String body, String... headers) {
    return post(path, "text/plain", body, headers);
  }

  /** Posts what a form would: names and values as in a query. */
  Reply form(String path, String fields, String... headers) {
    return post(path, "application/x-www-form-urlencoded", fields, headers);
  }

  Reply json(String path, String body, String... headers) {
    return post(path, "application/json", body, headers);
  }

  /** Sends a request of any method, without a body. */
  Reply send(String method, String path, String... headers) {
    return send(request(path, headers).method(method, HttpRequest.BodyPublishers.noBody()));
  }

  /** Puts what a form would. */
  Reply put(String path, String fields, String... headers) {
    return send(
        request(path, headers)
            .header("Content-Type", "application/x-www-form-urlencoded")
            .PUT(HttpRequest.BodyPublishers.ofString(fields)));
  }

  /** Posts what a form of an old page would. */
  Reply latin(String path, String fields, String... headers) {
    return post(path, "application/x-www-form-urlencoded;charset=ISO-8859-1", fields, headers);
  }

  private Reply post(String path, String type, String body, String... headers) {
    return post(path, type, body.getBytes(StandardCharsets.UTF_8), headers);
  }

  Reply post(String path, String type, byte[] body, String... headers) {
    return send("POST", path, type, body, headers);
  }

  Reply send(String method, String path, String type, byte[] body, String... headers) {
    return send(
        request(path, headers)
            .header("Content-Type", type)
            .method(method, HttpRequest.BodyPublishers.ofByteArray(body)));
  }

  /** Runs a script on the session of a cookie; an empty cookie is none. */
  Reply script(String cookie, String script, String... headers) {
    return post("script", script, with(cookie, headers));
  }

  static String[] with(String cookie, String... headers) {
    if (cookie.isEmpty()) {
      return headers;
    }
    String[] all = new String[headers.length + 2];
    all[0] = "Cookie";
    all[1] = cookie;
    System.arraycopy(headers, 0, all, 2, headers.length);
    return all;
  }

  /** Sends a request whose head is written byte by byte and returns the answer as text. */
  String raw(String head, Charset charset) {
    try (var socket = new Socket(base.getHost(), base.getPort())) {
      socket.setSoTimeout((int) PATIENCE.toMillis());
      String request = head + "\r\nHost: " + base.getHost() + "\r\nConnection: close\r\n\r\n";
      socket.getOutputStream().write(request.getBytes(charset));
      socket.getOutputStream().flush();
      return new String(socket.getInputStream().readAllBytes(), ISO_8859_1);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Sends the head of a request, waits for the server, sends the body, and returns the answer. */
  String rawAfterContinue(String head, String body) {
    try (var socket = new Socket(base.getHost(), base.getPort())) {
      socket.setSoTimeout((int) PATIENCE.toMillis());
      String end = "\r\nHost: %s\r\nExpect: 100-continue\r\nConnection: close\r\n\r\n";
      socket.getOutputStream().write((head + end.formatted(base.getHost())).getBytes(ISO_8859_1));
      socket.getOutputStream().flush();
      var interim = new StringBuilder();
      while (interim.indexOf("\r\n\r\n") < 0) {
        int next = socket.getInputStream().read();
        if (next < 0) {
          throw new AssertionError("Only this came: " + interim);
        }
        interim.append((char) next);
      }
      if (!interim.toString().contains(" 100 ")) {
        throw new AssertionError("Not an interim response: " + interim);
      }
      socket.getOutputStream().write(body.getBytes(ISO_8859_1));
      socket.getOutputStream().flush();
      return new String(socket.getInputStream().readAllBytes(), ISO_8859_1);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Returns the address of the application. */
  URI base() {
    return base;
  }

  /** Returns the origin of the server. */
  String origin() {
    return base.getScheme() + "://" + base.getAuthority();
  }

  /** Returns the path of the base with another behind it, for requests written by hand. */
  String path(String path) {
    return base.resolve(path).getRawPath();
  }

  private HttpRequest.Builder request(String path, String... headers) {
    var request = HttpRequest.newBuilder(base.resolve(path)).timeout(PATIENCE);
    return headers.length == 0 ? request : request.headers(headers);
  }

  private Reply send(HttpRequest.Builder request) {
    try {
      return new Reply(http.send(request.build(), HttpResponse.BodyHandlers.ofString()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError(e);
    }
  }
}
