package dev.signet.store.redis;

import dev.signet.spi.SessionId;
import dev.signet.spi.SessionRecord;
import dev.signet.spi.SessionStore;
import dev.signet.spi.SessionUpdate;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.net.ssl.SSLContext;
import org.jspecify.annotations.Nullable;

/**
 * A store in Redis (5 or later) or Valkey: a single server, a primary behind Sentinel or a cluster.
 * Each session is a hash that expires by itself. Each call is one round trip. Thread-safe; {@code
 * toString} shows no password.
 *
 * <p>Requires the client {@code redis.clients:jedis} on the class path. A user of the server needs
 * the commands {@code EVAL}, {@code HGETALL}, {@code HGET}, {@code HSET}, {@code HDEL}, {@code
 * EXPIREAT}, {@code RENAME} and {@code DEL}, and in a cluster {@code CLUSTER}. Whichever of them
 * the server refuses, a session is as before or wholly changed. The server's clock ends sessions.
 *
 * <p>Keys have the {@linkplain SessionId#tag() tag} of the id as their hash tag, so that a cluster
 * keeps the old and the new key of a renewed session in one slot.
 *
 * <p>An acknowledged change is as safe as the server keeps it: through a crash with {@code
 * appendonly yes} and {@code appendfsync always}, through a failover with {@code
 * min-replicas-to-write}; with the server's defaults up to a second of changes may be lost. Set
 * {@code maxmemory-policy noeviction}, or the server removes sessions when its memory is short.
 *
 * <p>If the server does not answer, a call throws {@link dev.signet.SessionStoreException}. It
 * takes at most the timeout each to get a connection, to connect and to wait for each part of the
 * answer; a call on a broken connection is repeated on a new one. Once the server is available
 * again, calls succeed again.
 */
public final class RedisStore implements SessionStore, AutoCloseable {

  /** The default prefix of keys: {@value}. */
  public static final String KEY_PREFIX = "signet:";

  /** The default size of the pool: {@value}. */
  public static final int CONNECTIONS = 16;

  /** The default timeout: two seconds. */
  public static final Duration TIMEOUT = Duration.ofSeconds(2);

  private static final String RULES = "+eval +hgetall +hget +hset +hdel +expireat +rename +del";

  private final String keyPrefix;
  private final RedisConnections server;

  /**
   * Creates a store with the default prefix, pool and timeout.
   *
   * @throws IllegalArgumentException if the URI is not valid; the message does not show it
   */
  public RedisStore(String uri) {
    this(uri, KEY_PREFIX, CONNECTIONS, TIMEOUT);
  }

  /**
   * Creates a store, which connects at the first call.
   *
   * @param uri {@code redis://user:password@host:port/database}, {@code
   *     redis+sentinel://user:password@host:port,host:port/database#name} or {@code
   *     redis+cluster://user:password@host:port,host:port}; all but the hosts and the name of the
   *     primary is optional. {@code rediss} for TLS, with the JVM's default SSL context. Sentinels
   *     that require a user and password get the same.
   * @param keyPrefix the prefix of keys; the same for all servers that share sessions
   * @param connections the size of the pool, for a cluster per node; a thread that finds all
   *     connections in use waits
   * @param timeout the time to wait for a connection, and for the server; whole milliseconds
   * @throws IllegalArgumentException if the URI is not valid, which the message does not show, or
   *     if a number is out of range
   */
  public RedisStore(String uri, String keyPrefix, int connections, Duration timeout) {
    this(uri, keyPrefix, connections, timeout, null);
  }

  /** Creates a store with other keys and trusted certificates than those of the JVM. */
  RedisStore(
      String uri, String keyPrefix, int connections, Duration timeout, @Nullable SSLContext tls) {
    if (connections < 1) {
      throw new IllegalArgumentException(
          "The pool for Redis has %d connections; it needs at least 1. Write %d, the default."
              .formatted(connections, CONNECTIONS));
    }
    if (timeout.toMillis() < 1 || timeout.toMillis() > Integer.MAX_VALUE) {
      throw new IllegalArgumentException(
          "The timeout for Redis is %s; it has to be from 1 to %d ms. Write %s, the default."
              .formatted(timeout, Integer.MAX_VALUE, TIMEOUT));
    }
    this.keyPrefix = keyPrefix;
    this.server = new RedisConnections(RedisAddress.parse(uri), connections, timeout, tls, RULES);
  }

  /**
   * Checks the address, the user and every right that the store needs, with a session that it
   * creates, reads, moves and deletes.
   *
   * @throws IllegalStateException if the configuration is wrong
   * @throws dev.signet.SessionStoreException if the server does not respond
   */
  public void check() {
    var random = new SecureRandom();
    SessionId first = SessionId.random(random);
    SessionId second = first.next(random);
    var session = new SessionRecord(Map.of("check", "1"), Instant.now().plus(MOVE_REMEMBERED));
    var removal = new SessionUpdate(session, Map.of(), Set.of("check"), session.expiresAt());
    server.check(
        "check a session",
        client -> {
          client.eval(LuaScripts.CREATE, List.of(key(first)), SessionHash.arguments(session));
          client.hgetAll(key(first));
          var keys = List.of(key(first), key(second));
          client.eval(LuaScripts.MOVE, keys, SessionHash.arguments(removal));
          client.eval(LuaScripts.DELETE, List.of(key(second)), List.of());
        });
  }

  @Override
  public Optional<SessionRecord> load(SessionId id) {
    return SessionHash.read(server.call("load a session", client -> client.hgetAll(key(id))));
  }

  @Override
  public void create(SessionId id, SessionRecord session) {
    run("create a session", LuaScripts.CREATE, List.of(key(id)), SessionHash.arguments(session));
  }

  @Override
  public boolean update(SessionId id, SessionUpdate update) {
    return run(
        "update a session", LuaScripts.UPDATE, List.of(key(id)), SessionHash.arguments(update));
  }

  @Override
  public boolean move(SessionId id, SessionId renewed, SessionUpdate update) {
    return run(
        "move a session",
        LuaScripts.MOVE,
        List.of(key(id), key(renewed)),
        SessionHash.arguments(update));
  }

  @Override
  public boolean delete(SessionId id) {
    return run("delete a session", LuaScripts.DELETE, List.of(key(id)), List.of());
  }

  @Override
  public boolean wasMoved(SessionId id) {
    return server.call("find a session", client -> client.hget(key(id), SessionHash.MOVED)) != null;
  }

  /** Closes the connections; later calls fail. */
  @Override
  public void close() {
    server.close();
  }

  /** Shows the hosts and ports. */
  @Override
  public String toString() {
    return "RedisStore[" + server + "]";
  }

  private boolean run(String purpose, String script, List<String> keys, List<String> arguments) {
    Object answer = server.call(purpose, client -> client.eval(script, keys, arguments));
    return answer.equals(1L);
  }

  private String key(SessionId id) {
    return keyPrefix + "{" + id.tag() + "}" + id.value().substring(id.tag().length());
  }
}
