package dev.signet.suite;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Requests that another site made the browser send, on Open Liberty. */
@ArquillianTest
@RunAsClient
class CsrfIT implements CsrfContract {

  private static final String PORT = System.getProperty("test.http.port");

  @Deployment(name = "off", testable = false)
  static WebArchive off() {
    return CsrfContract.application("off");
  }

  @Deployment(name = "origin", testable = false)
  static WebArchive origin() {
    return CsrfContract.application("origin");
  }

  @Deployment(name = "token", testable = false)
  static WebArchive token() {
    return CsrfContract.application("token");
  }

  @Deployment(name = "stored", testable = false)
  static WebArchive stored() {
    return CsrfContract.application("stored");
  }

  @Override
  public Client client(String application) {
    return new Client(URI.create("http://localhost:%s/%s/".formatted(PORT, application)));
  }

  @Override
  public String log() {
    return ServerLog.read("messages.log");
  }

  @Test
  @DisplayName("N2 behind a proxy with forwarded headers the own origin has HTTPS")
  void behindProxy() {
    String[] https = {
      "X-Forwarded-For",
      "192.0.2.1",
      "X-Forwarded-Proto",
      "https",
      "Origin",
      "https://localhost:" + PORT
    };
    assertThat(client("origin").form("letters", "text=a", https).status()).isEqualTo(200);
    https[5] = "http://localhost:" + PORT;
    assertThat(client("origin").form("letters", "text=a", https).status()).isEqualTo(403);
  }

  @Test
  @DisplayName("N2 C8 a form of another port sends the Lax cookie and is refused")
  void browser() throws IOException {
    HttpServer neighbour =
        HttpServer.create(new InetSocketAddress(InetAddress.getByName("localhost"), 0), 0);
    neighbour.createContext(
        "/",
        exchange -> {
          byte[] page = attack(exchange.getRequestURI().getPath()).getBytes(UTF_8);
          exchange.getResponseHeaders().add("Content-Type", "text/html");
          exchange.sendResponseHeaders(200, page.length);
          exchange.getResponseBody().write(page);
          exchange.close();
        });
    neighbour.start();
    try (var browser = Chromium.start()) {
      String elsewhere = "http://localhost:%d/".formatted(neighbour.getAddress().getPort());
      browser.openPlain(client("off").base().resolve("letters").toString());
      browser.run("return fetch('letters/login', {method: 'POST'})");

      browser.openPlain(elsewhere + "off");
      browser.element("go").click();
      browser.arrive("body", "sent by Ada: gold to Mallory");
      for (String mode : new String[] {"origin", "token"}) {
        browser.openPlain(elsewhere + mode);
        browser.element("go").click();
        browser.arrive("body", "from a page of another site");
        browser.openPlain(client(mode).base().resolve("letters").toString());
        browser.element("send").click();
        browser.arrive("body", "sent by Ada: ");
      }
    } finally {
      neighbour.stop(0);
    }
  }

  private static String attack(String mode) {
    return "<form method=post action=http://localhost:%s%s/letters><input name=text value='gold to Mallory'><button id=go>Win!</button></form>"
        .formatted(PORT, mode);
  }
}
