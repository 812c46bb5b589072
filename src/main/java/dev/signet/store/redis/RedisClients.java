package dev.signet.store.redis;

import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.stream.Collectors;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import org.jspecify.annotations.Nullable;
import redis.clients.jedis.ClientSetInfoConfig;
import redis.clients.jedis.ConnectionFactory;
import redis.clients.jedis.ConnectionPoolConfig;
import redis.clients.jedis.DefaultJedisClientConfig;
import redis.clients.jedis.HostAndPort;
import redis.clients.jedis.JedisClientConfig;
import redis.clients.jedis.RedisClient;
import redis.clients.jedis.RedisClusterClient;
import redis.clients.jedis.UnifiedJedis;
import redis.clients.jedis.exceptions.JedisException;
import redis.clients.jedis.providers.PooledConnectionProvider;

/**
 * Creates the client for an address.
 *
 * @param tls null for the JVM's default, in which a server puts its own settings
 */
record RedisClients(
    RedisAddress address, int connections, Duration timeout, @Nullable SSLContext tls) {

  private static final int CLUSTER_ATTEMPTS = 3;

  /**
   * Returns a new client. The one of a cluster is connected.
   *
   * @throws JedisException if no node of the cluster answers
   */
  UnifiedJedis open() {
    return switch (address.kind()) {
      case SERVER -> single(new ConnectionFactory(server(address.nodes().get(0)), config()));
      case SENTINEL -> sentinel();
      case CLUSTER ->
          RedisClusterClient.builder()
              .nodes(address.nodes().stream().map(RedisClients::server).collect(Collectors.toSet()))
              .clientConfig(config())
              .poolConfig(pool())
              .maxAttempts(CLUSTER_ATTEMPTS)
              .maxTotalRetriesDuration(timeout)
              .build();
    };
  }

  private UnifiedJedis sentinel() {
    JedisClientConfig config = config();
    var sockets = new SentinelSocketFactory(address, config, common(sentinelTimeout()).build());
    RedisClient client = single(new ConnectionFactory(sockets, config));
    sockets.onNewPrimary(client.getPool()::clear);
    return client;
  }

  /** All sentinels together take no longer than one server. */
  private Duration sentinelTimeout() {
    return timeout.dividedBy(address.nodes().size()).plusMillis(1);
  }

  private RedisClient single(ConnectionFactory connections) {
    return RedisClient.builder()
        .connectionProvider(new PooledConnectionProvider(connections, pool()))
        // Without a protocol the client connects at once to negotiate one.
        .clientConfig(DefaultJedisClientConfig.builder().resp2().build())
        .build();
  }

  static HostAndPort server(RedisAddress.Node node) {
    return new HostAndPort(node.host(), node.port());
  }

  private ConnectionPoolConfig pool() {
    var pool = new ConnectionPoolConfig();
    pool.setMaxTotal(connections);
    pool.setMaxIdle(connections);
    pool.setMaxWait(timeout);
    return pool;
  }

  private JedisClientConfig config() {
    return common(timeout)
        .user(address.user())
        .password(address.password())
        .database(address.database())
        .build();
  }

  // Jedis has no other way to use an SSLContext: SslOptions reads key stores from files.
  @SuppressWarnings("deprecation")
  private DefaultJedisClientConfig.Builder common(Duration limit) {
    var config =
        DefaultJedisClientConfig.builder()
            // Neither HELLO nor CLIENT SETINFO: not every server or proxy knows them.
            .serverDefaultProtocol()
            .clientSetInfoConfig(ClientSetInfoConfig.DISABLED)
            .timeoutMillis(Math.toIntExact(limit.toMillis()));
    if (address.encrypted()) {
      var parameters = new SSLParameters();
      parameters.setEndpointIdentificationAlgorithm("HTTPS");
      config.ssl(true).sslSocketFactory(context().getSocketFactory()).sslParameters(parameters);
    }
    return config;
  }

  private SSLContext context() {
    try {
      return tls == null ? SSLContext.getDefault() : tls;
    } catch (NoSuchAlgorithmException e) {
      throw new JedisException(e);
    }
  }
}
