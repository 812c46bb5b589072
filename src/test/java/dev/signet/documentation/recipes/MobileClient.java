package dev.signet.documentation.recipes;

import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;

/** A client that is no browser. */
public final class MobileClient {

  private final URI api;

  // Keeps the cookie, and sends it with each request. Its store can be persistent.
  private final HttpClient client =
      HttpClient.newBuilder().cookieHandler(new CookieManager()).build();

  public MobileClient(URI api) {
    this.api = api;
  }

  /** Logs in and returns the response. */
  public HttpResponse<String> logIn(String credentials) throws IOException, InterruptedException {
    var login =
        HttpRequest.newBuilder(api.resolve("session"))
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofString(credentials))
            .build();
    return client.send(login, BodyHandlers.ofString());
  }

  /** Returns who is logged in. */
  public HttpResponse<String> me() throws IOException, InterruptedException {
    var me = HttpRequest.newBuilder(api.resolve("session")).build();
    return client.send(me, BodyHandlers.ofString());
  }
}
