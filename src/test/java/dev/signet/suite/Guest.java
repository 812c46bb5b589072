package dev.signet.suite;

import dev.signet.testing.BrowserCookies;
import java.net.URI;

/** Somebody who visits an application with a browser. */
final class Guest {

  private final Client client;
  private final URI application;
  private final BrowserCookies browser = new BrowserCookies();

  Guest(URI application) {
    this.client = new Client(application);
    this.application = application;
  }

  /** Returns somebody at another application who has got hold of the same cookie. */
  Guest at(URI other) {
    var guest = new Guest(other);
    guest.browser.receive(other, cookie() + "; Path=/");
    return guest;
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

  /** Returns the pair that is sent, or nothing where there is none. */
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
