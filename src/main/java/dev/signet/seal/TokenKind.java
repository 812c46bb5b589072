package dev.signet.seal;

/** One kind of token under one key. Immutable, safe for use by many threads. */
sealed interface TokenKind permits Signer, Encrypter {

  /** Returns the header of every token it makes. */
  Header header();

  /** Returns the token of a payload. */
  String close(byte[] payload);

  /** Returns how many characters the token of a payload of so many bytes has. */
  int sealedLength(int payloadLength);

  /**
   * Opens a token that says it is of this kind and key.
   *
   * @param token the token, a byte for each character
   * @param dots how many dots it has
   * @param headerEnd where the first dot is
   * @param outdated what to say of a token that is one of ours
   */
  Opened open(byte[] token, int dots, int headerEnd, boolean outdated);
}
