package dev.signet.seal;

/** A kind of token under one key. Immutable and thread-safe. */
sealed interface TokenFormat permits JwsFormat, JweFormat {

  /** Returns the header of all tokens of this format. */
  JoseHeader header();

  /** Returns the token of a payload, between two other texts of ASCII characters. */
  String seal(String before, byte[] payload, String after);

  /** Returns the length of the token of a payload of a given length. */
  int sealedLength(int payloadLength);

  /**
   * Unseals a token whose header names this format and key.
   *
   * @param token the token, one byte for each character
   * @param dots the number of dots in it
   * @param headerEnd the index of the first dot
   * @param needsReseal the value to return with a valid token
   */
  UnsealResult unseal(byte[] token, int dots, int headerEnd, boolean needsReseal);

  /** Returns the number of dots in a text. */
  static int dots(String text) {
    int dots = 0;
    for (int i = text.indexOf('.'); i >= 0; i = text.indexOf('.', i + 1)) {
      dots++;
    }
    return dots;
  }

  /** Returns whether there is a dot at an index, which may be outside of the text. */
  static boolean isDot(byte[] text, int place) {
    return place >= 0 && place < text.length && text[place] == '.';
  }
}
