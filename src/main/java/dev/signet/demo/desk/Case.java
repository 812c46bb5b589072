package dev.signet.demo.desk;

import java.util.Arrays;
import java.util.Optional;

/** A case that can be opened at the desk. Each is about a property of signed cookies. */
enum Case {
  SEAL(
      "The Broken Seal",
      "One letter of it was altered. The wax does not say who did it, or why; it says that it was done, and that is enough."),
  COPY(
      "The Perfect Copy",
      "Nobody can tell it from the original, because it is the original. What must not be used twice is kept in a ledger, not in an envelope."),
  LATE(
      "The Letter That Came Late",
      "The seal is good and the hand is known. But the date is inside, under the seal, and the date has passed."),
  CLERKS(
      "Two Rings on One Hand",
      "Letters under the old ring are still read, and leave under the new one. In a fortnight the old ring may be melted down."),
  ENVELOPE(
      "The Overfull Envelope",
      "The post takes 4096 bytes and not one more. It was not sent; yesterday's letter still stands."),
  GLASS(
      "The Open Letter",
      "It was sealed, not locked. Every clerk on the way has read it, and none could change it.");

  private final String title;
  private final String text;

  Case(String title, String text) {
    this.title = title;
    this.text = text;
  }

  /** Returns the case of a name from a request, or empty if there is no such case. */
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
