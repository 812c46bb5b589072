package dev.signet.config;

/** The prefixes of names that browsers keep only with certain attributes (RFC 6265bis, 4.1.3). */
enum CookiePrefix {
  SECURE("__Secure-"),
  HTTP("__Http-"),
  HOST("__Host-"),
  HOST_HTTP("__Host-Http-");

  private final String text;

  CookiePrefix(String text) {
    this.text = text;
  }

  /** Returns whether a name begins with the prefix, in any case. */
  boolean begins(String name) {
    return name.regionMatches(true, 0, text, 0, text.length());
  }
}
