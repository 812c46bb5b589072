package dev.signet.store.redis;

import dev.signet.SessionStoreException;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.function.Function;
import javax.net.ssl.SSLContext;
import org.jspecify.annotations.Nullable;
import redis.clients.jedis.RedisClient;
import redis.clients.jedis.UnifiedJedis;
import redis.clients.jedis.exceptions.JedisException;

/** Pooled connections to a server, to a primary behind Sentinel or to a cluster. Thread-safe. */
final class RedisConnections implements AutoCloseable {

  private final RedisAddress address;
  private final RedisClients clients;
  private final Duration timeout;
  private final RedisErrors errors;
  private final ReentrantLock opening = new ReentrantLock();
  private volatile @Nullable UnifiedJedis client;
  private volatile boolean closed;

  /**
   * @param connections the maximum number of connections, for a cluster per node
   * @param timeout the maximum time to get a connection of the pool, to connect and to wait for an
   *     answer, each
   * @param tls the keys and trusted certificates for TLS; null for those of the JVM
   * @param rules the rules that allow a user the commands of the store, for messages
   */
  RedisConnections(
      RedisAddress address,
      int connections,
      Duration timeout,
      @Nullable SSLContext tls,
      String rules) {
    this.address = address;
    this.timeout = timeout;
    this.clients = new RedisClients(address, connections, timeout, tls);
    this.errors = new RedisErrors(address, connections, timeout, rules);
  }

  /**
   * Calls the server, and repeats the call on a new connection if the first one was broken: after a
   * restart of the server all idle connections are. So a call must be safe to repeat.
   *
   * @param purpose the purpose of the call, as an infinitive for error messages
   * @throws SessionStoreException if there is no answer
   */
  <T> T call(String purpose, Function<UnifiedJedis, T> command) {
    try {
      return command.apply(client(purpose));
    } catch (JedisException e) {
      // The client of a cluster repeats calls by itself.
      if (!(client instanceof RedisClient redis) || !RedisErrors.isWorthARepetition(e)) {
        forgetIdleConnections(e);
        throw errors.exception(purpose, e);
      }
      redis.getPool().clear();
    }
    try {
      return command.apply(client(purpose));
    } catch (JedisException e) {
      throw errors.exception(purpose, e);
    }
  }

  /**
   * Calls the server once, to check the configuration.
   *
   * @param purpose the purpose of the call, as an infinitive for error messages
   * @throws IllegalStateException if only another configuration can help
   * @throws SessionStoreException if the server does not respond, or refuses calls for a time
   */
  void check(String purpose, Consumer<UnifiedJedis> commands) {
    try {
      commands.accept(client(purpose));
    } catch (JedisException e) {
      SessionStoreException failure = errors.exception(purpose, e);
      if (RedisErrors.isConfiguration(e)) {
        throw new IllegalStateException(failure.getMessage(), failure);
      }
      throw failure;
    }
  }

  /**
   * After a timeout the idle connections are closed as well. A primary that hangs may be replaced
   * through Sentinel; when it continues, it accepts writes for a moment that are lost later.
   */
  private void forgetIdleConnections(JedisException e) {
    if (client instanceof RedisClient redis && RedisErrors.isTimeout(e)) {
      redis.getPool().clear();
    }
  }

  /** The client of a cluster connects when it is created, so it is created by the first call. */
  private UnifiedJedis client(String purpose) {
    UnifiedJedis open = client;
    if (open != null && !closed) {
      return open;
    }
    boolean locked = false;
    try {
      locked = opening.tryLock(timeout.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      throw errors.exception(purpose, new JedisException(e));
    }
    if (!locked) {
      throw errors.exception(purpose, new JedisException(new SocketTimeoutException()));
    }
    try {
      if (closed) {
        throw errors.exception(purpose, new JedisException(new IllegalStateException()));
      }
      if (client == null) {
        client = clients.open();
      }
      return client;
    } finally {
      opening.unlock();
    }
  }

  @Override
  public void close() {
    opening.lock();
    try {
      closed = true;
      if (client != null) {
        client.close();
      }
    } finally {
      opening.unlock();
    }
  }

  @Override
  public String toString() {
    return address.toString();
  }
}
