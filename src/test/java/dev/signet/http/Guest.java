package dev.signet.http;

import java.net.URI;

/** Somebody who visits an application and keeps its session cookie, as a browser does. */
final class Guest {

  private final Client client;
  private String cookie = "";

  Guest(URI application) {
    this.client = new Client(application);
  }

  /** Returns somebody at another application who has got hold of the same cookie. */
  Guest at(URI other) {
    var guest = new Guest(other);
    guest.cookie = cookie;
    return guest;
  }

  Reply get(String path) {
    return keep(client.get(path, Client.with(cookie)));
  }

  Reply post(String path) {
    return form(path, "");
  }

  Reply form(String path, String fields, String... headers) {
    return keep(client.form(path, fields, Client.with(cookie, headers)));
  }

  Reply json(String path, String body) {
    return keep(client.json(path, body, Client.with(cookie)));
  }

  /** Returns the pair that is sent, or nothing where there is none. */
  String cookie() {
    return cookie;
  }

  private Reply keep(Reply reply) {
    if (!reply.sessionCookies().isEmpty()) {
      String pair = reply.pair();
      cookie = pair.endsWith("=") ? "" : pair;
    }
    return reply;
  }
}
