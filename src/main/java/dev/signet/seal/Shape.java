package dev.signet.seal;

/** Where the dots of a compact serialization are (RFC 7515, 7.1; RFC 7516, 7.1). */
final class Shape {

  private Shape() {}

  /** Returns how many dots a text has. */
  static int dots(String text) {
    int dots = 0;
    for (int i = text.indexOf('.'); i >= 0; i = text.indexOf('.', i + 1)) {
      dots++;
    }
    return dots;
  }

  /** Tells whether there is a dot at a place, which may be outside of the text. */
  static boolean isDot(byte[] text, int place) {
    return place >= 0 && place < text.length && text[place] == '.';
  }
}
