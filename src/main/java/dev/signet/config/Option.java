package dev.signet.config;

/** The options. The table in the README is held equal to this list by a test. */
public enum Option {
  SECRET_KEY(
      "session.secret-key",
      "required",
      "signs and verifies the token; at least 32 bytes, no comma"),
  PREVIOUS_SECRET_KEYS(
      "session.previous-secret-keys",
      "none",
      "comma list of retired keys: still accepted, never used to sign"),
  COOKIE_NAME(
      "session.cookie-name",
      "session",
      "name of the cookie; a token is worth nothing in a cookie of another name"),
  MAX_AGE(
      "session.max-age",
      "P14D",
      "lifetime of the token and of the cookie: ISO-8601 duration or whole seconds, at most 400 days; `none`: the cookie ends with the browser, the token after 14 days"),
  PATH("session.path", "/", "`Path` of the cookie"),
  DOMAIN(
      "session.domain", "none", "`Domain` of the cookie; without one it is kept by the host alone"),
  SECURE(
      "session.secure",
      "auto",
      "`true`, `false`, or `auto`: `Secure` exactly when the request came over HTTPS"),
  HTTP_ONLY("session.http-only", "true", "keeps scripts away from the cookie"),
  SAME_SITE(
      "session.same-site", "Lax", "`Strict`, `Lax` or `None`; `None` needs `session.secure=true`"),
  PARTITIONED(
      "session.partitioned",
      "false",
      "one cookie for each top-level site (CHIPS); needs `session.secure=true`"),
  SLIDING(
      "session.sliding",
      "false",
      "prolongs a session that is used, at most once per tenth of `session.max-age`"),
  ENCRYPTED(
      "session.encrypted",
      "false",
      "tokens are encrypted (JWE), not only signed; both kinds are read, so either way nobody is logged out"),
  ABSOLUTE_TIMEOUT(
      "session.absolute-timeout",
      "none",
      "the session ends this long after it began, whatever happens");

  private final String key;
  private final String fallback;
  private final String meaning;

  Option(String key, String fallback, String meaning) {
    this.key = key;
    this.fallback = fallback;
    this.meaning = meaning;
  }

  /** Returns its name in the configuration. */
  public String key() {
    return key;
  }

  /** Returns the value it has where none is given; {@code none} or {@code required} are words. */
  public String fallback() {
    return fallback;
  }

  /** Returns what it is for, as Markdown. */
  public String meaning() {
    return meaning;
  }
}
