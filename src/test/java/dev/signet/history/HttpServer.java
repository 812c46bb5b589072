package dev.signet.history;

import static java.util.Objects.requireNonNull;

import dev.signet.history.Step.Ending;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** An application that histories are played on over HTTP, in this process or on a server. */
final class HttpServer implements Server {

  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final List<String> WAYS = List.of("sync", "sync", "async", "stage", "sse");
  private static final List<String> KEYS =
      List.of(
          "suite-0nKq7VvT3xW9cZr5bJmH1yPdLs8fGa2u",
          "suite-pReV4hXk2TzQ6wMj9nBc3vYs7rLd5gFo",
          "suite-nExT8Rk1Vd6Yp3Tb9Xs2Fj7Hq4Cz0GmA5");

  /** Longer than a change of the keys takes to be noticed. */
  private static final int KEYS_MILLIS = 31_000;

  private final HttpClient http =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).connectTimeout(PATIENCE).build();

  private final URI base;
  private final Map<Integer, Open> open = new HashMap<>();
  private final boolean local;
  private int begun;

  private record Open(String name, String way, CompletableFuture<HttpResponse<String>> response) {}

  /**
   * @param local whether the application runs in this process, so that HTTP is needed only for the
   *     requests that use a session
   */
  HttpServer(URI base, boolean local) {
    this.base = base;
    this.local = local;
  }

  @Override
  public long millis() {
    return Long.parseLong(post("control/time", "0"));
  }

  @Override
  public void deploy(Setup setup) {
    post("control/keys", String.join(",", setup.keys().stream().map(KEYS::get).toList()));
    pass(KEYS_MILLIS);
  }

  @Override
  public int deploymentMillis() {
    return KEYS_MILLIS;
  }

  @Override
  public void begin(int request, @Nullable String cookies) {
    String name = "r" + begun;
    String way = WAYS.get(begun++ % WAYS.size());
    var builder = request("app/" + way + "?name=" + name).GET();
    if (cookies != null) {
      builder.header("Cookie", cookies);
    }
    Open before = open.remove(request);
    if (before != null) {
      end(before, Ending.ENTITY);
    }
    open.put(
        request,
        new Open(name, way, http.sendAsync(builder.build(), HttpResponse.BodyHandlers.ofString())));
  }

  @Override
  public Reaction call(Step.Call step, boolean interrupted) {
    String command = (interrupted ? "interrupted " : "") + StepText.write(step);
    String reply = tell(requireNonNull(open.get(step.request())), command);
    int line = reply.indexOf('\n');
    return new Reaction(Outcome.valueOf(reply.substring(0, line)), reply.substring(line + 1));
  }

  private String tell(Open request, String command) {
    if (!local) {
      return post("control/tell?name=" + request.name, command);
    }
    try {
      return Conversation.of(request.name).tell(command);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  /**
   * A response of events has begun before the application could choose another. Exception mappers
   * have no session on the threads that resume a request.
   */
  @Override
  public Ending effective(int request, Ending ending) {
    String way = requireNonNull(open.get(request)).way;
    if (way.equals("sse")) {
      return ending == Ending.LOST ? ending : Ending.SSE;
    }
    return ending == Ending.UNWRITABLE_MAPPED && !way.equals("sync") ? Ending.UNWRITABLE : ending;
  }

  @Override
  public Reaction answer(int request, Ending ending, boolean interrupted) {
    Open answered = requireNonNull(open.remove(request));
    HttpResponse<String> response = end(answered, ending);
    List<String> cookies =
        response.headers().allValues("Set-Cookie").stream()
            .filter(cookie -> cookie.startsWith("session="))
            .toList();
    if (cookies.size() > 1) {
      throw new Mismatch("W5", ending + " has several session cookies: " + cookies);
    }
    String cookie = cookies.isEmpty() ? "" : cookies.get(0);
    if (response.statusCode() == 503) {
      return new Reaction(Outcome.STORE_FAILED, cookie);
    }
    if (response.statusCode() == 500) {
      return new Reaction(Outcome.SERVER_ERROR, cookie);
    }
    if (ending == Ending.STREAM && !response.body().equals("too late")) {
      throw new Mismatch("W9", "a change after the headers was possible: " + response.body());
    }
    if (response.statusCode() != status(ending)) {
      throw new Mismatch("H5", ending + " has status " + response.statusCode());
    }
    return new Reaction(Outcome.OK, cookie);
  }

  private HttpResponse<String> end(Open request, Ending ending) {
    tell(request, "Answer 0 " + ending);
    return request.response.join();
  }

  private static int status(Ending ending) {
    return switch (ending) {
      case REDIRECT -> 303;
      case NO_CONTENT -> 204;
      case NOT_FOUND -> 404;
      case MAPPED -> 409;
      case UNWRITABLE_MAPPED -> 422;
      default -> 200;
    };
  }

  @Override
  public void discard(int request) {
    throw new UnsupportedOperationException();
  }

  @Override
  public Reaction open(
      int socket, @Nullable String cookies, Step.Touch touch, boolean interrupted) {
    throw new UnsupportedOperationException();
  }

  @Override
  public void message(int socket) {
    throw new UnsupportedOperationException();
  }

  @Override
  public void close(int socket) {
    throw new UnsupportedOperationException();
  }

  /** Ends the log-ins of earlier histories. */
  void endLogins() {
    post("control/logout", "");
  }

  @Override
  public void pass(int millis) {
    post("control/time", String.valueOf(millis));
  }

  @Override
  public void failStore(Step.Fault fault) {
    post("control/fail", fault.name());
  }

  @Override
  public void slowStore(Runnable during) {}

  @Override
  public void loseStore() {
    post("control/lose", "");
  }

  /** Ends the requests that a failed history left open. */
  void close() {
    open.values().forEach(request -> end(request, Ending.ENTITY));
    open.clear();
  }

  private HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(base.resolve(path)).timeout(PATIENCE);
  }

  private String post(String path, String body) {
    var request = request(path).POST(HttpRequest.BodyPublishers.ofString(body));
    try {
      var response =
          http.send(
              request.header("Content-Type", "text/plain").build(),
              HttpResponse.BodyHandlers.ofString());
      if (response.statusCode() >= 300) {
        throw new IllegalStateException(path + " has status " + response.statusCode());
      }
      return response.body();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
