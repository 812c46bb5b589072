package dev.signet.store.redis;

import dev.signet.SessionStoreException;
import java.net.ConnectException;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.NoSuchElementException;
import javax.net.ssl.SSLException;
import redis.clients.jedis.exceptions.JedisClusterException;
import redis.clients.jedis.exceptions.JedisConnectionException;
import redis.clients.jedis.exceptions.JedisDataException;
import redis.clients.jedis.exceptions.JedisException;

/**
 * Turns failures into exceptions that name the cause and the remedy, without a password, an id or a
 * value.
 *
 * @param connections the size of the pool
 * @param rules the rules that allow a user the commands of the store
 */
record RedisErrors(RedisAddress address, int connections, Duration timeout, String rules) {

  /**
   * Returns whether another connection may succeed: this one broke, or leads to a server that has
   * become a replica. A timeout is not followed by another one.
   */
  static boolean isWorthARepetition(JedisException e) {
    Throwable root = root(e);
    if (root instanceof JedisDataException) {
      // Inside a script older servers put other words before it.
      return String.valueOf(root.getMessage()).contains("READONLY");
    }
    return e instanceof JedisConnectionException
        && !(root instanceof SocketTimeoutException
            || root instanceof UnknownHostException
            || root instanceof SSLException);
  }

  /** Returns whether the server answered an error that does not pass by itself. */
  static boolean isConfiguration(JedisException e) {
    return root(e) instanceof JedisDataException answer
        && !(answer instanceof JedisClusterException) // no node answers
        && !RedisAnswer.isTemporary(answer);
  }

  static boolean isTimeout(JedisException e) {
    return root(e) instanceof SocketTimeoutException;
  }

  /** Returns the exception to throw. */
  SessionStoreException exception(String purpose, JedisException e) {
    Throwable root = root(e);
    if (root instanceof InterruptedException) {
      Thread.currentThread().interrupt();
    }
    boolean answered = root instanceof JedisDataException;
    return new SessionStoreException(
        "Redis at %s failed to %s: %s. %s"
            .formatted(
                address,
                purpose,
                answered ? answer((JedisDataException) root) : root.getClass().getSimpleName(),
                answered ? RedisAnswer.meaning((JedisDataException) root, rules) : remedy(root)),
        // The text of an answer quotes arguments, which are ids and values.
        answered ? null : e);
  }

  private static String answer(JedisDataException e) {
    String code = RedisAnswer.code(e);
    return code == null ? "it answered an error" : "it answered " + code;
  }

  private String remedy(Throwable root) {
    if (root instanceof SentinelSocketFactory.SentinelException) {
      return String.valueOf(root.getMessage());
    }
    if (root instanceof SocketTimeoutException) {
      return "It has session.store-timeout=%s to answer. Check whether the server hangs or is too slow%s."
          .formatted(timeout, address.encrypted() ? ", and whether the port speaks TLS" : "");
    }
    if (root instanceof NoSuchElementException) {
      return "All %d connections were in use for %s. Check whether the server hangs, or raise session.redis.pool-size."
          .formatted(connections, timeout);
    }
    if (root instanceof UnknownHostException) {
      return "The host of session.redis.uri has no address. Correct it, or the name service.";
    }
    if (root instanceof SSLException || (address.encrypted() && isBrokenConnection(root))) {
      return "The port must speak TLS with a certificate for this host that the JVM trusts, and the server must trust the JVM's certificate if it requires one. Set the JVM's default SSL context: javax.net.ssl.trustStore and keyStore, or the server's default SSL configuration.";
    }
    if (root instanceof InterruptedException) {
      return "The thread was interrupted while it waited for a connection. Do not interrupt threads of requests.";
    }
    if (root instanceof IllegalStateException) {
      return "The store is closed. Stop using it before it is closed.";
    }
    return "Start the server, or correct session.redis.uri; a port that speaks TLS needs rediss.";
  }

  /** With TLS 1.3 a server that refuses the client's certificate does so by closing. */
  private static boolean isBrokenConnection(Throwable root) {
    return root instanceof JedisConnectionException
        || (root instanceof SocketException && !(root instanceof ConnectException));
  }

  private static Throwable root(Throwable e) {
    Throwable root = e;
    while (!(root instanceof SSLException)) {
      if (root.getCause() != null) {
        root = root.getCause();
      } else if (root.getSuppressed().length > 0) {
        // The failures of each address of a host, or of each node of a cluster.
        root = root.getSuppressed()[0];
      } else {
        break;
      }
    }
    return root;
  }
}
