package com.example.starter;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.signet.testing.BrowserCookies;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import org.junit.jupiter.api.Test;

class VisitsIT {

  private static final URI VISITS =
      URI.create("http://localhost:" + System.getProperty("http.port") + "/visits");

  /** Sends a request, and keeps the cookie of the response, as a browser does. */
  private static String visit(BrowserCookies browser) throws IOException, InterruptedException {
    var request = HttpRequest.newBuilder(VISITS);
    if (!browser.header(VISITS).isEmpty()) {
      request.header("Cookie", browser.header(VISITS));
    }
    var response = HttpClient.newHttpClient().send(request.build(), BodyHandlers.ofString());
    response.headers().allValues("Set-Cookie").forEach(cookie -> browser.receive(VISITS, cookie));
    return response.body();
  }

  @Test
  void visitsAreCountedForEachBrowser() throws Exception {
    var ada = new BrowserCookies();
    var bob = new BrowserCookies();
    assertEquals("You have visited 1 times\n", visit(ada));
    assertEquals("You have visited 2 times\n", visit(ada));
    assertEquals("You have visited 1 times\n", visit(bob));
  }
}
