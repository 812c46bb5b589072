package dev.signet.seal;

/** Where the dots of a compact serialization are (RFC 7515, 7.1; RFC 7516, 7.1). */
final class Shape {

  private Shape() {}

  /** Tells whether a text has so many dots. */
  static boolean hasDots(byte[] text, int wanted) {
    int dots = 0;
    for (byte character : text) {
      dots += character == '.' ? 1 : 0;
    }
    return dots == wanted;
  }

  /** Tells whether there is a dot at a place, which may be outside of the text. */
  static boolean isDot(byte[] text, int place) {
    return place >= 0 && place < text.length && text[place] == '.';
  }
}
