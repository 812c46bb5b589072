package dev.signet.demo.desk;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** The message of an action: to the visitor, and to the inspector. */
enum Notice {
  THEME("The theme is saved.", "the theme was saved"),
  CASE("The text is shown below the list.", "a text was opened"),
  CART("It is in your cart.", "an item was added to the cart"),
  FULL("The cart is full. Empty it first.", ""),
  EMPTIED("The cart is empty.", "the cart was emptied"),
  NAMELESS("Enter a name.", ""),
  LOGIN("You are logged in, under a new token.", "logIn() made a new token"),
  LOGOUT("You are logged out.", "delete() ended the session"),
  DEVICE_ENDED("That device is logged out.", "a log-in was ended"),
  NO_DEVICE("That device was logged out before.", ""),
  EVERYWHERE("You are logged out on every device.", "all log-ins were ended"),
  ALTERED("One letter of the cookie has been changed.", "the demo set a changed cookie"),
  KEPT("A copy of the cookie is kept.", "the copy is in a cookie of its own"),
  REPLAYED("The browser sends the copy again.", "the demo set the copy"),
  NO_COPY("There is no copy yet. Keep one first.", ""),
  NO_COOKIE("There is no cookie yet. Put something into the cart first.", ""),
  IN_PLACE(
      "A stamp is in your cart, without a call of put.",
      "a list in the session has another element"),
  OVERFILLED(
      "Too large: put() threw an exception, and the session is as before.",
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
