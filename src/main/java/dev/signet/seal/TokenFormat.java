package dev.signet.seal;

/** One kind of token under one key. Immutable, safe for use by many threads. */
sealed interface TokenFormat permits JwsFormat, JweFormat {

  /** Returns the header of every token it makes. */
  JoseHeader header();

  /** Returns the token of a payload. */
  String seal(byte[] payload);

  /** Returns how many characters the token of a payload of so many bytes has. */
  int sealedLength(int payloadLength);

  /**
   * Opens a token that says it is of this kind and key.
   *
   * @param token the token, a byte for each character
   * @param dots how many dots it has
   * @param headerEnd where the first dot is
   * @param needsReseal what to say of a token that is one of ours
   */
  UnsealResult unseal(byte[] token, int dots, int headerEnd, boolean needsReseal);

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
