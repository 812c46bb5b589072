package dev.signet.history;

/** What a response says about the cookie, as the model expects it. */
sealed interface Header {

  record Nothing() implements Header {}

  record Expire(String path) implements Header {}

  record Set(String path, Token token) implements Header {}

  Header NOTHING = new Nothing();
}
