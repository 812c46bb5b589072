package dev.signet.store.redis;

import dev.signet.store.redis.RedisAddress.Node;
import java.net.Socket;
import java.util.List;
import org.jspecify.annotations.Nullable;
import redis.clients.jedis.DefaultJedisClientConfig;
import redis.clients.jedis.DefaultJedisSocketFactory;
import redis.clients.jedis.HostAndPort;
import redis.clients.jedis.Jedis;
import redis.clients.jedis.JedisClientConfig;
import redis.clients.jedis.JedisSocketFactory;
import redis.clients.jedis.exceptions.JedisAccessControlException;
import redis.clients.jedis.exceptions.JedisDataException;
import redis.clients.jedis.exceptions.JedisException;

/**
 * Connects to the primary that the sentinels name, as their guidelines for clients require: each
 * new connection asks again, so no thread has to listen for a failover. Thread-safe.
 */
final class SentinelSocketFactory implements JedisSocketFactory {

  private final RedisAddress address;
  private final JedisClientConfig primaryConfig;
  private final JedisClientConfig sentinelConfig;
  private volatile Runnable newPrimary = () -> {};
  private volatile @Nullable HostAndPort primary;
  private volatile int answered;

  /**
   * @param sentinelConfig has no credentials; a sentinel that requires some gets those of the
   *     address
   */
  SentinelSocketFactory(
      RedisAddress address, JedisClientConfig primaryConfig, JedisClientConfig sentinelConfig) {
    this.address = address;
    this.primaryConfig = primaryConfig;
    this.sentinelConfig = sentinelConfig;
  }

  /** Sets an action to run when the sentinels name another primary than before. */
  void onNewPrimary(Runnable action) {
    newPrimary = action;
  }

  @Override
  public Socket createSocket() {
    HostAndPort current = ask();
    HostAndPort before = primary;
    primary = current;
    if (before != null && !before.equals(current)) {
      newPrimary.run();
    }
    return new DefaultJedisSocketFactory(current, primaryConfig).createSocket();
  }

  private HostAndPort ask() {
    JedisException failure = null;
    List<Node> sentinels = address.nodes();
    int first = answered;
    for (int i = 0; i < sentinels.size(); i++) {
      int index = (first + i) % sentinels.size();
      try {
        HostAndPort found = ask(sentinels.get(index));
        answered = index;
        return found;
      } catch (JedisException e) {
        // What a sentinel answers says more than that another one is down.
        failure = failure == null || e instanceof SentinelException ? e : failure;
      }
    }
    throw failure == null ? new JedisException("no sentinel") : failure;
  }

  private HostAndPort ask(Node sentinel) {
    try {
      return ask(sentinel, sentinelConfig);
    } catch (JedisAccessControlException e) {
      throw new SentinelException(sentinel, "refuses the user or password of session.redis.uri", e);
    } catch (JedisDataException e) {
      if (String.valueOf(e.getMessage()).startsWith("NOAUTH") && address.password() != null) {
        return ask(sentinel, withCredentials());
      }
      if (String.valueOf(e.getMessage()).contains("unknown command")) {
        throw new SentinelException(
            sentinel, "is not a Sentinel; write redis://host:port for a server", e);
      }
      throw new SentinelException(sentinel, "refuses to name the primary", e);
    }
  }

  private HostAndPort ask(Node sentinel, JedisClientConfig config) {
    try (var connection = new Jedis(RedisClients.server(sentinel), config)) {
      List<String> found = connection.sentinelGetMasterAddrByName(address.primary());
      if (found == null || found.size() != 2) {
        throw new SentinelException(
            sentinel,
            "monitors no primary of the name behind '#' in session.redis.uri; correct the name",
            null);
      }
      return new HostAndPort(found.get(0), Integer.parseInt(found.get(1)));
    }
  }

  private JedisClientConfig withCredentials() {
    return DefaultJedisClientConfig.builder()
        .from(sentinelConfig)
        .user(address.user())
        .password(address.password())
        .build();
  }

  /** An answer of a sentinel that is not the address of the primary. */
  static final class SentinelException extends JedisException {

    private static final long serialVersionUID = 1;

    SentinelException(Node sentinel, String fact, @Nullable JedisException answer) {
      super(
          "The server at %s %s.%s"
              .formatted(
                  sentinel, fact, answer == null ? "" : " It answered " + code(answer) + "."));
    }

    private static String code(JedisException answer) {
      String code = RedisAnswer.code(answer);
      return code == null ? "an error" : code;
    }
  }
}
