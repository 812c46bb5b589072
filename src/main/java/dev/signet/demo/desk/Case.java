package dev.signet.demo.desk;

import java.util.Arrays;
import java.util.Optional;

/** A text that can be opened at the desk. Each is about a property of signed cookies. */
enum Case {
  CHANGED(
      "It is changed",
      "If one letter of the token changes, its signature no longer matches. Signet refuses the token and begins an empty session."),
  COPIED(
      "It is copied",
      "A copy is as good as the original until it expires. If log-ins are tracked, as here, or the session is on the server, a log-out ends all copies."),
  EXPIRED(
      "It expires",
      "The time of expiry is one of the claims, so it is signed. A browser that keeps the cookie longer gains nothing."),
  ROTATED(
      "The key changes",
      "Tokens made with the previous key are accepted while it is listed, and written with the new key when they are read."),
  TOO_LARGE(
      "It is too large",
      "Browsers keep cookies of up to 4096 bytes. A larger session is not sent: put() throws an exception, and the previous session stays valid."),
  READ(
      "It is read",
      "Anyone who has the token can read it; the middle part is only encoded. With session.encrypted=true it can be read with the key only.");

  private final String title;
  private final String text;

  Case(String title, String text) {
    this.title = title;
    this.text = text;
  }

  /** Returns the text of a name from a request, or empty if there is no such text. */
  static Optional<Case> named(String name) {
    return Arrays.stream(values()).filter(known -> known.name().equals(name)).findAny();
  }

  String title() {
    return title;
  }

  String text() {
    return text;
  }
}
