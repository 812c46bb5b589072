package dev.signet.config;

import java.util.Locale;

/**
 * The configuration options. A test checks that the table in {@code src/docs/options.md} is equal.
 */
public enum Option {
  SECRET_KEY(
      "session.secret-key",
      "required",
      "signs and verifies the token; at least 32 bytes, no comma"),
  PREVIOUS_SECRET_KEYS(
      "session.previous-secret-keys",
      "none",
      "comma-separated list of retired keys: still accepted, never used to sign"),
  COOKIE_NAME(
      "session.cookie-name",
      "session",
      "name of the cookie; a token is valid only in the cookie it was created for"),
  MAX_AGE(
      "session.max-age",
      "P14D",
      "lifetime of the token and of the cookie: ISO-8601 duration or whole seconds, at most 400"
          + " days; `none`: the cookie ends with the browser, the token after 14 days"),
  AUDIENCE(
      "session.audience",
      "context root",
      "the applications that a session belongs to; those with the same value, key and cookie name"
          + " share sessions. `none` shares with all that have none, as at the context root `/`"),
  PATH(
      "session.path",
      "context root",
      "`Path` of the cookie; by default `/` if `session.audience` is set or the name of the cookie"
          + " begins with `__Host-`"),
  DOMAIN(
      "session.domain",
      "none",
      "`Domain` of the cookie; `none`: only the host that set it gets it"),
  FORMER_PATHS(
      "session.former-paths",
      "none",
      "comma-separated list of paths that the cookie had before; a response that sets or deletes"
          + " the cookie also deletes those with these paths"),
  FORMER_DOMAINS(
      "session.former-domains",
      "none",
      "the same for domains; `host-only` is the cookie without a domain"),
  SECURE(
      "session.secure",
      "auto",
      "`Secure` of the cookie: `true`, `false`, or `auto`, which sets it if the request came over"
          + " HTTPS"),
  HTTP_ONLY("session.http-only", "true", "`HttpOnly` of the cookie, which hides it from scripts"),
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
      "extends the lifetime of a session when it is used, at most once per tenth of"
          + " `session.max-age`"),
  ENCRYPTED(
      "session.encrypted",
      "false",
      "tokens are encrypted (JWE), not only signed; both kinds are read, so switching logs no one"
          + " out"),
  ABSOLUTE_TIMEOUT(
      "session.absolute-timeout",
      "none",
      "the session ends this long after it began, whatever happens"),
  LOGIN_TIMEOUT(
      "session.login-timeout",
      "none",
      "the session ends this long after the log-in, unless the log-in is remembered"),
  IDLE_TIMEOUT(
      "session.idle-timeout",
      "none",
      "the session of a user who is logged in ends this long after its last request, unless the"
          + " log-in is remembered; requests extend the session"),
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
  CALLER(
      "session.caller",
      "rest",
      "enforcement of `@RolesAllowed` and the like with the caller of the session: `rest`: by"
          + " Signet, on Jakarta REST resources; `auto`: also by the server, on servlets and EJBs,"
          + " if it has Jakarta Security and the application has no mechanism of its own; `off`:"
          + " not by Signet"),
  LOGIN_PAGE(
      "session.login-page",
      "none",
      "path below the context root, such as `/login`: browsers that ask for a page without a caller"
          + " are sent there"),
  LOGINS(
      "session.logins",
      "off",
      "registry of log-ins, so that a log-out ends every copy of a cookie: `off`, `memory` (of one"
          + " server), `redis` (at `session.redis.uri`) or `jdbc` (in `session.jdbc.data-source`);"
          + " a `LoginStore` bean of the application takes precedence"),
  LOGINS_DELAY(
      "session.logins.delay",
      "PT5S",
      "how late a server may notice that a log-in has ended on another server, at most one minute;"
          + " `0` asks the registry for each request of a caller"),
  LOGINS_WHEN_DOWN(
      "session.logins.when-down",
      "refuse",
      "if the registry is down, requests of callers get 503 (`refuse`) or are served as it last"
          + " said (`accept`)"),
  LOGINS_PER_USER(
      "session.logins.per-user",
      "none",
      "maximum number of log-ins of a user; beyond it, the oldest one ends"),
  STORE(
      "session.store",
      "cookie",
      "where sessions are stored: `cookie`, `memory`, `redis` or `jdbc`; a `SessionStore` bean of"
          + " the application takes precedence"),
  STORE_TIMEOUT(
      "session.store-timeout",
      "PT2S",
      "how long a request waits for the store, at most one minute"),
  MAX_SIZE(
      "session.max-size",
      "1000000",
      "maximum size of a session in a store, in bytes of JSON, at most 100 MB; a cookie has room"
          + " for about 2.8 kB"),
  HEALTH(
      "session.health",
      "false",
      "adds a readiness check of the store; needs MicroProfile Health on the server"),
  MEMORY_MAX_SESSIONS(
      "session.memory.max-sessions",
      "100000",
      "maximum number of sessions in memory; beyond it, the least recently used one is removed"),
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
      "JNDI name of the data source; `embedded`: an H2 database in the server's working directory"),
  JDBC_TABLE(
      "session.jdbc.table",
      "signet_sessions",
      "name of the table, optionally with the schema and a dot before it"),
  JDBC_LOGINS_TABLE(
      "session.jdbc.logins-table",
      "signet_logins",
      "name of the table of log-ins, for `session.logins=jdbc`"),
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

  /** Returns the name of the option in the configuration. */
  public String key() {
    return key;
  }

  /** Returns the name of the environment variable (MicroProfile Config 3.1, default sources). */
  String environmentVariable() {
    return environmentVariable(key);
  }

  /** Returns the name of the environment variable of any property. */
  static String environmentVariable(String property) {
    return property.replaceAll("[^A-Za-z0-9]", "_").toUpperCase(Locale.ROOT);
  }

  /** Returns the value that applies if none is set; {@code none} and {@code required} are words. */
  public String defaultValue() {
    return defaultValue;
  }

  /** Returns the description, as Markdown. */
  public String description() {
    return description;
  }
}
