package dev.signet.store.redis;

import dev.signet.spi.SessionId;
import dev.signet.spi.SessionRecord;
import dev.signet.spi.SessionStore;
import dev.signet.spi.SessionUpdate;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import redis.clients.jedis.SslOptions;

/**
 * Keeps sessions in Redis (5 or later) or Valkey, each in a hash that expires by itself. One round
 * trip for each call. Safe for use by many threads; shows no password.
 *
 * <p>Needs the client {@code redis.clients:jedis} on the class path. Of the server it needs {@code
 * EVAL}, and one clock: sessions end when the server's says so. It may be a primary with replicas
 * behind one address, but not a cluster.
 *
 * <p>What was acknowledged is as safe as the server keeps it: through a crash with {@code
 * appendonly yes} and {@code appendfsync always}; as Redis comes, up to a second of changes may be
 * missing. Choose {@code maxmemory-policy noeviction}, or the server ends sessions before their
 * time when its memory is short.
 *
 * <p>Where the server does not answer, a call throws {@link dev.signet.SessionStoreException}. It
 * takes at most the timeout each to get a connection, to connect and to wait for each piece of the
 * answer; a call on a broken connection is repeated on a new one. Once the server is back, calls
 * succeed again.
 */
public final class RedisStore implements SessionStore, AutoCloseable {

  /** What keys begin with where nothing else is asked for: {@value}. */
  public static final String KEY_PREFIX = "signet:";

  /** How many connections there are at most where nothing else is asked for: {@value}. */
  public static final int CONNECTIONS = 16;

  /** How long a server has to answer where nothing else is asked for: two seconds. */
  public static final Duration TIMEOUT = Duration.ofSeconds(2);

  private final String keyPrefix;
  private final RedisConnections server;

  /**
   * Takes the usual prefix, number of connections and timeout.
   *
   * @throws IllegalArgumentException if the URI cannot be read; its message does not show it
   */
  public RedisStore(String uri) {
    this(uri, KEY_PREFIX, CONNECTIONS, TIMEOUT);
  }

  /**
   * Connects when it is first asked, not before.
   *
   * @param uri {@code redis://user:password@host:port/database}, all but the host optional; {@code
   *     rediss} for TLS, with the certificates the JVM trusts
   * @param keyPrefix what keys begin with; servers that share sessions have the same
   * @param connections how many at most; a thread that finds all of them in use waits
   * @param timeout how long to wait for a connection, and for the server; whole milliseconds
   * @throws IllegalArgumentException if the URI cannot be read, which the message does not show, or
   *     if a number is out of range
   */
  public RedisStore(String uri, String keyPrefix, int connections, Duration timeout) {
    this(uri, keyPrefix, connections, timeout, SslOptions.defaults());
  }

  /** Trusts other certificates. */
  RedisStore(
      String uri, String keyPrefix, int connections, Duration timeout, SslOptions certificates) {
    if (connections < 1) {
      throw new IllegalArgumentException(
          "The pool for Redis has %d connections; it needs at least 1. %d are usual."
              .formatted(connections, CONNECTIONS));
    }
    if (timeout.toMillis() < 1 || timeout.toMillis() > Integer.MAX_VALUE) {
      throw new IllegalArgumentException(
          "The timeout for Redis is %s; it has to be from 1 to %d ms. %s is usual."
              .formatted(timeout, Integer.MAX_VALUE, TIMEOUT));
    }
    this.keyPrefix = keyPrefix;
    this.server = new RedisConnections(RedisAddress.of(uri), connections, timeout, certificates);
  }

  @Override
  public Optional<SessionRecord> load(SessionId id) {
    return SessionHash.read(server.ask("load", client -> client.hgetAll(key(id))));
  }

  @Override
  public void create(SessionId id, SessionRecord session) {
    run("create", LuaScripts.CREATE, List.of(key(id)), SessionHash.arguments(session));
  }

  @Override
  public boolean update(SessionId id, SessionUpdate update) {
    return run("update", LuaScripts.UPDATE, List.of(key(id)), SessionHash.arguments(update));
  }

  @Override
  public boolean move(SessionId id, SessionId renewed, SessionUpdate update) {
    return run(
        "move", LuaScripts.MOVE, List.of(key(id), key(renewed)), SessionHash.arguments(update));
  }

  @Override
  public void delete(SessionId id) {
    server.ask("delete", client -> client.del(key(id)));
  }

  /** Closes the connections; what is asked afterwards fails. */
  @Override
  public void close() {
    server.close();
  }

  /** Shows the host and the port. */
  @Override
  public String toString() {
    return "RedisStore[" + server + "]";
  }

  private boolean run(String purpose, String script, List<String> keys, List<String> arguments) {
    Object answer = server.ask(purpose, client -> client.eval(script, keys, arguments));
    return answer.equals(1L);
  }

  private String key(SessionId id) {
    return keyPrefix + id.value();
  }
}
