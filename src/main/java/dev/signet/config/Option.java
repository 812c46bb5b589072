package dev.signet.config;

/** The options. A test holds the table in {@code src/docs/options.md} equal to this list. */
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
      "lifetime of the token and of the cookie: ISO-8601 duration or whole seconds, at most 400"
          + " days; `none`: the cookie ends with the browser, the token after 14 days"),
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
      "one cookie for each top-level site (CHIPS); needs `session.secure=true` and"
          + " `session.same-site=None`"),
  SLIDING(
      "session.sliding",
      "false",
      "prolongs a session that is used, at most once per tenth of `session.max-age`"),
  ENCRYPTED(
      "session.encrypted",
      "false",
      "tokens are encrypted (JWE), not only signed; both kinds are read, so switching logs no one"
          + " out"),
  ABSOLUTE_TIMEOUT(
      "session.absolute-timeout",
      "none",
      "the session ends this long after it began, whatever happens"),
  UNREADABLE(
      "session.unreadable",
      "fail",
      "an attribute that can no longer be read as the type that is asked for: `fail` throws,"
          + " `absent` treats it as missing"),
  CSRF(
      "session.csrf",
      "off",
      "protection of requests that may change something: `off`, `origin` or `token`"),
  CSRF_ALLOWED_ORIGINS(
      "session.csrf.allowed-origins",
      "none",
      "comma list of other origins whose requests are wanted, such as `https://shop.example`"),
  CSRF_EXEMPT_PATHS(
      "session.csrf.exempt-paths",
      "none",
      "comma list of paths below the context root whose servlets are not checked, such as `/hook`"
          + " or `/hooks/*`"),
  STORE(
      "session.store",
      "cookie",
      "where sessions are kept: `cookie`, `memory`, `redis` or `jdbc`; a `SessionStore` bean of the"
          + " application comes first"),
  STORE_TIMEOUT(
      "session.store-timeout",
      "PT2S",
      "how long a request waits for an answer of the store, at most a minute"),
  MEMORY_MAX_SESSIONS(
      "session.memory.max-sessions",
      "100000",
      "how many sessions are kept in memory; the least recently used one makes room"),
  REDIS_URI(
      "session.redis.uri",
      "redis://localhost:6379",
      "address of Redis: `redis://`, `redis+sentinel://` or `redis+cluster://`; `rediss` for TLS"),
  REDIS_KEY_PREFIX(
      "session.redis.key-prefix", "signet:", "prefix of the keys of sessions in Redis"),
  REDIS_POOL_SIZE(
      "session.redis.pool-size", "16", "how many connections to Redis there are at most"),
  JDBC_DATA_SOURCE(
      "session.jdbc.data-source",
      "embedded",
      "JNDI name of the database; `embedded` is an H2 database in the folder the server runs in"),
  JDBC_TABLE(
      "session.jdbc.table",
      "signet_sessions",
      "name of the table, with that of the schema and a dot before it if need be"),
  JDBC_CREATE_TABLE(
      "session.jdbc.create-table",
      "false",
      "creates a missing table; the embedded database always does");

  private final String key;
  private final String defaultValue;
  private final String description;

  Option(String key, String defaultValue, String description) {
    this.key = key;
    this.defaultValue = defaultValue;
    this.description = description;
  }

  /** Returns its name in the configuration. */
  public String key() {
    return key;
  }

  /** Returns the value that applies if none is set; {@code none} and {@code required} are words. */
  public String defaultValue() {
    return defaultValue;
  }

  /** Returns what it is for, as Markdown. */
  public String description() {
    return description;
  }
}
