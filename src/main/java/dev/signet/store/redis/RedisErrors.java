package dev.signet.store.redis;

import dev.signet.SessionStoreException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.NoSuchElementException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.net.ssl.SSLHandshakeException;
import org.jspecify.annotations.Nullable;
import redis.clients.jedis.exceptions.JedisConnectionException;
import redis.clients.jedis.exceptions.JedisDataException;
import redis.clients.jedis.exceptions.JedisException;

/**
 * Says what is wrong with a server, and what to do, without a password, an id or a value.
 *
 * @param connections how many the pool has
 */
record RedisErrors(RedisAddress address, int connections, Duration timeout) {

  /** The word an error begins with; behind it the server may quote what it was sent. */
  private static final Pattern CODE = Pattern.compile("([A-Z]{2,20})( .*)?", Pattern.DOTALL);

  /**
   * Tells whether another connection might do: this one broke, or leads to a server that since
   * became a replica. Who has waited for a timeout does not wait for another one.
   */
  static boolean mayPassAtOnce(JedisException e) {
    if (e instanceof JedisConnectionException) {
      Throwable root = root(e);
      return !(root instanceof SocketTimeoutException
          || root instanceof UnknownHostException
          || root instanceof SSLHandshakeException);
    }
    // Inside of a script older servers put other words before it.
    return e instanceof JedisDataException && String.valueOf(e.getMessage()).contains("READONLY");
  }

  /** Returns what to throw. */
  SessionStoreException exception(String purpose, JedisException e) {
    Throwable root = root(e);
    if (root instanceof InterruptedException) {
      Thread.currentThread().interrupt();
    }
    String code = e instanceof JedisDataException ? code(e) : null;
    return new SessionStoreException(
        "Redis at %s failed to %s a session: %s%s. %s"
            .formatted(
                address,
                purpose,
                root.getClass().getSimpleName(),
                code == null ? "" : " " + code,
                remedy(root, code)),
        // An error of the server quotes what it was sent, an id or a value.
        e instanceof JedisDataException ? null : e);
  }

  private String remedy(Throwable root, @Nullable String code) {
    if (code != null) {
      return switch (code) {
        case "NOAUTH", "WRONGPASS", "NOPERM" ->
            "Check user and password in its URI, and what that user may do.";
        case "OOM" -> "Its memory is used up: give it more, or end sessions earlier.";
        case "LOADING", "BUSY", "READONLY", "MASTERDOWN" -> "This should pass by itself.";
        default -> "Its documentation, or its log, explains that error.";
      };
    }
    if (root instanceof SocketTimeoutException) {
      return "It has %s to answer; look whether it hangs or is too slow.".formatted(timeout);
    }
    if (root instanceof NoSuchElementException) {
      return "All %d connections were in use for %s; look whether it hangs, or allow more of them."
          .formatted(connections, timeout);
    }
    if (root instanceof SSLHandshakeException) {
      return "Its port has to speak TLS, with a certificate for that host that this JVM trusts.";
    }
    if (root instanceof IllegalStateException) {
      return "The store was closed; the application has to stop using it first.";
    }
    return "Start it, or correct its URI.";
  }

  private static @Nullable String code(JedisException e) {
    Matcher matcher = CODE.matcher(String.valueOf(e.getMessage()));
    return matcher.matches() ? matcher.group(1) : null;
  }

  private static Throwable root(Throwable e) {
    Throwable root = e;
    while (!(root instanceof SSLHandshakeException)) {
      if (root.getCause() != null) {
        root = root.getCause();
      } else if (root.getSuppressed().length > 0) {
        // What each address of a host answered.
        root = root.getSuppressed()[0];
      } else {
        break;
      }
    }
    return root;
  }
}
