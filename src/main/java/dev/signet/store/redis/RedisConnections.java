package dev.signet.store.redis;

import dev.signet.SessionStoreException;
import java.time.Duration;
import java.util.function.Function;
import redis.clients.jedis.ClientSetInfoConfig;
import redis.clients.jedis.ConnectionPoolConfig;
import redis.clients.jedis.DefaultJedisClientConfig;
import redis.clients.jedis.HostAndPort;
import redis.clients.jedis.RedisClient;
import redis.clients.jedis.SslOptions;
import redis.clients.jedis.exceptions.JedisException;
import redis.clients.jedis.providers.PooledConnectionProvider;

/**
 * One server and a pool of connections to it. For many threads; connects when it is first asked.
 */
final class RedisConnections implements AutoCloseable {

  private final RedisAddress address;
  private final RedisClient client;
  private final RedisErrors failures;

  /**
   * @param connections how many at most
   * @param timeout how long it may take to get a connection of the pool, to connect and to answer,
   *     each
   * @param certificates decides whom to believe, where the address asks for TLS
   */
  RedisConnections(
      RedisAddress address, int connections, Duration timeout, SslOptions certificates) {
    this.address = address;
    this.failures = new RedisErrors(address, connections, timeout);
    var pool = new ConnectionPoolConfig();
    pool.setMaxTotal(connections);
    pool.setMaxIdle(connections);
    pool.setMaxWait(timeout);
    var config =
        DefaultJedisClientConfig.builder()
            // Neither HELLO nor CLIENT SETINFO: not every server or proxy knows them.
            .serverDefaultProtocol()
            .clientSetInfoConfig(ClientSetInfoConfig.DISABLED)
            .timeoutMillis(Math.toIntExact(timeout.toMillis()))
            .user(address.user())
            .password(address.password())
            .database(address.database());
    if (address.encrypted()) {
      config.sslOptions(certificates);
    }
    var host = new HostAndPort(address.host(), address.port());
    this.client =
        RedisClient.builder()
            .connectionProvider(new PooledConnectionProvider(host, config.build(), pool))
            // Where it is not told the protocol, it connects at once to find out.
            .clientConfig(DefaultJedisClientConfig.builder().resp2().build())
            .build();
  }

  /**
   * Asks, and once more where a connection turned out to be dead: after a restart of the server all
   * that were idle are. So a question must be harmless when it is asked twice.
   *
   * @param purpose what it is asked for, as an infinitive
   * @throws SessionStoreException if there is no answer
   */
  <T> T ask(String purpose, Function<RedisClient, T> question) {
    try {
      return question.apply(client);
    } catch (JedisException e) {
      if (!RedisErrors.mayPassAtOnce(e)) {
        throw failures.exception(purpose, e);
      }
    }
    client.getPool().clear();
    try {
      return question.apply(client);
    } catch (JedisException e) {
      throw failures.exception(purpose, e);
    }
  }

  @Override
  public void close() {
    client.close();
  }

  @Override
  public String toString() {
    return address.toString();
  }
}
