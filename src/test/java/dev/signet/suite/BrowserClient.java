package dev.signet.suite;

import dev.signet.testing.BrowserCookies;
import java.net.URI;

/** A client of one application that stores and sends cookies as a browser does. */
final class BrowserClient {

  private final Client client;
  private final URI application;
  private final BrowserCookies browser = new BrowserCookies();

  BrowserClient(URI application) {
    this.client = new Client(application);
    this.application = application;
  }

  /** Returns a client of another application that sends the same cookie. */
  BrowserClient at(URI other) {
    var copy = new BrowserClient(other);
    copy.browser.receive(other, cookie() + "; Path=/");
    return copy;
  }

  Reply get(String path) {
    return keep(path, client.get(path, Client.with(sent(path))));
  }

  Reply post(String path) {
    return form(path, "");
  }

  Reply form(String path, String fields, String... headers) {
    return keep(path, client.form(path, fields, Client.with(sent(path), headers)));
  }

  Reply json(String path, String body) {
    return keep(path, client.json(path, body, Client.with(sent(path))));
  }

  /** Returns the pair that is sent, or an empty text without a cookie. */
  String cookie() {
    return sent("");
  }

  private String sent(String path) {
    return browser.header(application.resolve(path));
  }

  private Reply keep(String path, Reply reply) {
    reply.setCookies().forEach(cookie -> browser.receive(application.resolve(path), cookie));
    return reply;
  }
}
