package dev.signet.suite;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.regex.Pattern;

/** Talks to a server, keeping nothing between two requests: a test says which cookies are sent. */
final class Client {

  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private static final Pattern CONTENT_LENGTH = Pattern.compile("(?i)\\ncontent-length: *(\\d+)");

  private final URI base;
  private volatile HttpClient http = newHttpClient();

  Client(URI base) {
    this.base = base;
  }

  /** Over HTTP/2 many requests at once can take all threads of the server for writing. */
  private static HttpClient newHttpClient() {
    return HttpClient.newBuilder()
        .version(HttpClient.Version.HTTP_1_1)
        .connectTimeout(PATIENCE)
        .build();
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
      return response(socket.getInputStream());
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
      String interim = head(socket.getInputStream());
      if (!interim.contains(" 100 ")) {
        throw new AssertionError("Not an interim response: " + interim);
      }
      socket.getOutputStream().write(body.getBytes(ISO_8859_1));
      socket.getOutputStream().flush();
      return response(socket.getInputStream());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Reads a response. Not every server closes the connection after it when asked to. */
  private static String response(InputStream in) throws IOException {
    String head = head(in);
    var length = CONTENT_LENGTH.matcher(head);
    boolean found = length.find();
    byte[] body = found ? in.readNBytes(Integer.parseInt(length.group(1))) : in.readAllBytes();
    if (found && body.length < Integer.parseInt(length.group(1))) {
      throw new EOFException("The response ends after %d bytes:%n%s".formatted(body.length, head));
    }
    return head + new String(body, ISO_8859_1);
  }

  /** Reads the lines before the body, or what came of them. */
  private static String head(InputStream in) throws IOException {
    var head = new StringBuilder();
    for (int next = in.read(); next >= 0; next = in.read()) {
      head.append((char) next);
      if (head.indexOf("\r\n\r\n") >= 0) {
        break;
      }
    }
    return head.toString();
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
      var reply = new Reply(http.send(request.build(), HttpResponse.BodyHandlers.ofString()));
      if (reply.status() >= 500) {
        http = newHttpClient(); // Helidon may close the connection without saying so
      }
      return reply;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError(e);
    }
  }
}
