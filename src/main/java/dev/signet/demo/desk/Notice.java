package dev.signet.demo.desk;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** The message of an action: to the visitor, and to the inspector. */
enum Notice {
  THEME("The desk has been lit as you like it.", "the theme was picked"),
  CASE("The case lies open before you.", "a case was opened"),
  CART("It is in your cart.", "the cart has one thing more"),
  FULL("The counter is full; empty the cart first.", ""),
  EMPTIED("The cart is empty.", "the cart was emptied"),
  NAMELESS("A log-in needs a name.", ""),
  LOGIN("You are logged in, under a new token.", "logged in: logIn() made a new token"),
  LOGOUT("You are logged out. The desk has forgotten you.", "logged out: delete() expires it"),
  DEVICE_ENDED("That device is logged out.", "a log-in was ended"),
  NO_DEVICE("That device was logged out before.", ""),
  EVERYWHERE("You are logged out on every device.", "logged out everywhere"),
  TAMPERED("One letter of the cookie has been altered.", "the demo planted an altered cookie"),
  KEPT("A copy of the cookie has been put aside.", "a copy was kept in a cookie of its own"),
  REPLAYED(
      "The copy is back. It is good as long as its log-in holds.",
      "the demo planted the old cookie"),
  NO_COPY("There is no copy yet: keep one first.", ""),
  NO_COOKIE("There is no cookie to play with: open a case first.", ""),
  SLIPPED(
      "A thing was slipped into the list, without put. It is in your cart all the same.",
      "a list in the session got an element, without put"),
  OVERFILLED(
      "Too large: nothing was sent, and the old session stands.",
      "put() refused an attribute that is too large");

  private final String text;
  private final String why;

  Notice(String text, String why) {
    this.text = text;
    this.why = why;
  }

  /** Returns the message of a name from a request; empty if there is no such name. */
  static String text(@Nullable String name) {
    return Arrays.stream(values())
        .filter(said -> said.name().equals(name))
        .map(Notice::text)
        .findAny()
        .orElse("");
  }

  String text() {
    return text;
  }

  String why() {
    return why;
  }
}
