package dev.signet.store.redis;

import dev.signet.spi.EndedLogins;
import dev.signet.spi.LoginRecord;
import dev.signet.spi.LoginStore;
import dev.signet.spi.LoginUse;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The registry of log-ins in Redis (5 or later) or Valkey, with the connections and the promises of
 * {@link RedisStore}. Thread-safe; {@code toString} shows no password.
 *
 * <p>A user of the server needs the commands {@code EVAL}, {@code HGETALL}, {@code HMGET}, {@code
 * HEXISTS}, {@code HSET}, {@code HSETNX}, {@code HDEL}, {@code HINCRBY}, {@code TTL}, {@code
 * EXPIREAT}, {@code ZADD}, {@code ZREM}, {@code ZSCORE} and {@code ZRANGEBYSCORE}. All keys have
 * one hash tag, so a cluster keeps the registry on one node.
 */
public final class RedisLoginStore implements LoginStore, AutoCloseable {

  /** Longer than any token can be valid, which is 400 days. */
  private static final Duration STATE_LIFETIME = Duration.ofDays(500);

  private static final Duration CHECK_LIFETIME = Duration.ofMinutes(1);

  /** How many uses are recorded together. */
  private static final int MAX_USES = 1000;

  private static final String RULES =
      "+eval +hgetall +hmget +hexists +hset +hsetnx +hdel +hincrby +ttl +expireat +zadd +zrem"
          + " +zscore +zrangebyscore";

  private final String ofUser;
  private final String ended;
  private final List<String> endedKeys;
  private final String state;
  private final RedisConnections server;
  private final SecureRandom random;

  /**
   * Creates a store, which connects at the first call.
   *
   * @throws IllegalArgumentException if the URI is not valid, which the message does not show
   * @see RedisStore#RedisStore(String, String, int, Duration)
   */
  public RedisLoginStore(
      String uri, String keyPrefix, int connections, Duration timeout, SecureRandom random) {
    String prefix = keyPrefix + "{logins}";
    this.ofUser = prefix + "of:";
    this.ended = prefix + "ended";
    this.state = prefix + "state";
    this.endedKeys = List.of(ended, prefix + "until", state);
    this.server = new RedisConnections(RedisAddress.parse(uri), connections, timeout, null, RULES);
    this.random = random;
  }

  /**
   * Checks the address, the user and every right that the registry needs, with keys of its own,
   * which it removes.
   *
   * @throws IllegalStateException if the configuration is wrong
   * @throws dev.signet.SessionStoreException if the server does not respond
   */
  public void check() {
    String suffix = "check:" + randomName();
    List<String> keys = List.of(ofUser + suffix, ended + suffix);
    List<String> arguments = List.of(seconds(Instant.now().plus(CHECK_LIFETIME)));
    server.check(
        "check the registry of log-ins",
        client -> client.eval(LoginScripts.CHECK, keys, arguments));
  }

  @Override
  public void add(LoginRecord login) {
    eval(
        "add a log-in",
        LoginScripts.ADD,
        List.of(ofUser + login.name(), ended),
        List.of(
            seconds(Instant.now()),
            seconds(login.expiresAt()),
            login.id(),
            seconds(login.since()) + " " + login.device(),
            use(login.lastSeen(), login.expiresAt())));
  }

  private static String use(Instant lastSeen, Instant expiresAt) {
    return seconds(lastSeen) + " " + seconds(expiresAt);
  }

  private static String seconds(Instant time) {
    return Long.toString(time.getEpochSecond());
  }

  private static Instant time(String seconds) {
    return Instant.ofEpochSecond(Long.parseLong(seconds));
  }

  @Override
  public List<LoginRecord> find(String name) {
    List<String> fields =
        texts(eval("find log-ins", LoginScripts.FIND, List.of(ofUser + name, ended), List.of()));
    Map<String, String> texts = new HashMap<>();
    for (int i = 0; i < fields.size(); i += 2) {
      texts.put(fields.get(i), fields.get(i + 1));
    }
    Instant now = Instant.now();
    List<LoginRecord> found = new ArrayList<>();
    texts.forEach(
        (field, text) -> {
          String use = texts.get("u" + field.substring(1));
          if (field.startsWith("a") && use != null) {
            LoginRecord login = login(field.substring(1), name, text, use);
            if (now.isBefore(login.expiresAt())) {
              found.add(login);
            }
          }
        });
    return found;
  }

  private static LoginRecord login(String id, String name, String text, String use) {
    int blank = text.indexOf(' ');
    int gap = use.indexOf(' ');
    return new LoginRecord(
        id,
        name,
        time(text.substring(0, blank)),
        time(use.substring(0, gap)),
        text.substring(blank + 1),
        time(use.substring(gap + 1)));
  }

  /** Takes one round trip for each thousand of them, which keep Redis busy for milliseconds. */
  @Override
  public void use(Collection<LoginUse> uses) {
    List<LoginUse> all = List.copyOf(uses);
    for (int i = 0; i < all.size(); i += MAX_USES) {
      useTogether(all.subList(i, Math.min(i + MAX_USES, all.size())));
    }
  }

  private void useTogether(List<LoginUse> uses) {
    List<String> keys = new ArrayList<>();
    List<String> arguments = new ArrayList<>();
    arguments.add(seconds(Instant.now()));
    for (LoginUse use : uses) {
      keys.add(ofUser + use.name());
      arguments.add(seconds(use.expiresAt()));
      arguments.add(use.id());
      arguments.add(use(use.lastSeen(), use.expiresAt()));
    }
    eval("record uses of log-ins", LoginScripts.USE, keys, arguments);
  }

  @Override
  public void end(Collection<String> ids, Instant rememberUntil) {
    List<String> arguments = new ArrayList<>();
    arguments.add(seconds(Instant.now()));
    arguments.add(seconds(rememberUntil));
    arguments.add(endOfState());
    arguments.add(randomName());
    arguments.addAll(ids);
    eval("end log-ins", LoginScripts.END, endedKeys, arguments);
  }

  private static String endOfState() {
    return seconds(Instant.now().plus(STATE_LIFETIME));
  }

  private String randomName() {
    return Long.toHexString(random.nextLong());
  }

  @Override
  public void endEveryone() {
    eval(
        "end all log-ins",
        LoginScripts.END_EVERYONE,
        List.of(state),
        List.of(endOfState(), randomName(), Long.toString(Instant.now().toEpochMilli())));
  }

  @Override
  public boolean isEnded(String id) {
    return server.call("find an ended log-in", client -> client.zscore(ended, id)) != null;
  }

  @Override
  public EndedLogins endedSince(@Nullable String cursor) {
    String[] known = cursor == null ? new String[] {"", ""} : cursor.split(" ", 2);
    List<String> answer =
        texts(
            eval(
                "find ended log-ins",
                LoginScripts.ENDED_SINCE,
                endedKeys,
                List.of(known[0], known[1])));
    Map<String, Instant> news = new HashMap<>();
    for (int i = 3; i < answer.size(); i += 2) {
      news.put(answer.get(i), time(answer.get(i + 1)));
    }
    return new EndedLogins(
        news, Long.parseLong(answer.get(2)), answer.get(0) + " " + answer.get(1));
  }

  private static List<String> texts(Object answer) {
    return ((List<?>) answer).stream().map(String::valueOf).toList();
  }

  private Object eval(String purpose, String script, List<String> keys, List<String> arguments) {
    return server.call(purpose, client -> client.eval(script, keys, arguments));
  }

  /** Closes the connections; later calls fail. */
  @Override
  public void close() {
    server.close();
  }

  /** Shows the hosts and ports. */
  @Override
  public String toString() {
    return "RedisLoginStore[" + server + "]";
  }
}
