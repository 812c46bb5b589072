package dev.signet.store.redis;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLDecoder;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The address of a Redis deployment and the user's credentials, as written in a URI. Immutable;
 * {@code toString} shows neither user nor password.
 *
 * @param encrypted whether connections use TLS
 * @param nodes the server; for Sentinel the sentinels, for a cluster the nodes to begin with
 * @param user null for the server's default user
 * @param password null if the server requires none
 * @param database the number of the database
 * @param primary the name that the sentinels know the primary by; empty without Sentinel
 */
public record RedisAddress(
    Kind kind,
    boolean encrypted,
    List<Node> nodes,
    @Nullable String user,
    @Nullable String password,
    int database,
    String primary) {

  /** The ways to reach Redis. */
  public enum Kind {
    SERVER,
    SENTINEL,
    CLUSTER
  }

  /**
   * One process to connect to.
   *
   * @param host a name or an IP address, an IPv6 one without brackets
   */
  public record Node(String host, int port) {

    @Override
    public String toString() {
      return host.indexOf(':') < 0 ? host + ":" + port : "[" + host + "]:" + port;
    }
  }

  private static final int REDIS_PORT = 6379;
  private static final int SENTINEL_PORT = 26_379;
  private static final int MAX_PORT = 65_535;
  private static final Pattern URI =
      Pattern.compile(
          "(?<scheme>[^:/?#]*)://((?<user>[^/?#]*)@)?(?<nodes>[^/?#@]*)(/(?<path>[^?#]*))?"
              + "(?<query>\\?[^#]*)?(#(?<fragment>.*))?",
          Pattern.DOTALL);
  private static final Pattern USER_INFO =
      Pattern.compile("([A-Za-z0-9._~!$&'()*+,;=:-]|%[0-9A-Fa-f]{2})*");
  private static final Pattern NODE =
      Pattern.compile("([A-Za-z0-9._-]{1,255}|\\[([0-9A-Fa-f:.]{2,45})])(:(\\d{1,6}))?");
  private static final Pattern DATABASE = Pattern.compile("\\d{0,5}");
  private static final Pattern NAME = Pattern.compile("[A-Za-z0-9._-]{1,100}");

  /** Copies the nodes. */
  public RedisAddress {
    nodes = List.copyOf(nodes);
  }

  /**
   * Parses a URI.
   *
   * @throws IllegalArgumentException if the text is not valid; the message does not show it
   */
  public static RedisAddress parse(String text) {
    Matcher uri = URI.matcher(text);
    if (!uri.matches()) {
      throw invalid("is not a URI with a host");
    }
    String scheme = uri.group("scheme").toLowerCase(Locale.ROOT);
    Kind kind = kind(scheme);
    String path = uri.group("path") == null ? "" : uri.group("path");
    if (!DATABASE.matcher(path).matches()) {
      throw invalid("has a path that is not the number of a database");
    }
    if (uri.group("query") != null) {
      throw invalid("has a query, which begins with '?'");
    }
    int database = path.isEmpty() ? 0 : Integer.parseInt(path);
    if (kind == Kind.CLUSTER && database != 0) {
      throw invalid("names a database; a cluster has the database 0 only");
    }
    String credentials = uri.group("user") == null ? "" : uri.group("user");
    if (!USER_INFO.matcher(credentials).matches()) {
      throw invalid("has a character in its user or password that a URI does not allow");
    }
    int colon = credentials.indexOf(':');
    return new RedisAddress(
        kind,
        scheme.startsWith("rediss"),
        nodes(uri.group("nodes"), kind),
        colon <= 0 ? null : decoded(credentials.substring(0, colon)),
        credentials.length() == colon + 1 ? null : decoded(credentials.substring(colon + 1)),
        database,
        primary(kind, uri.group("fragment")));
  }

  private static Kind kind(String scheme) {
    return switch (scheme) {
      case "redis", "rediss" -> Kind.SERVER;
      case "redis+sentinel", "rediss+sentinel" -> Kind.SENTINEL;
      case "redis+cluster", "rediss+cluster" -> Kind.CLUSTER;
      default -> throw invalid("has an unknown scheme");
    };
  }

  private static List<Node> nodes(String text, Kind kind) {
    List<Node> nodes = new ArrayList<>();
    for (String node : text.split(",", -1)) {
      Matcher parts = NODE.matcher(node);
      if (!parts.matches()) {
        throw invalid(
            "has a host that is not a name of letters, digits, '-', '_' and '.' or an IP address, or a port that is not a number");
      }
      int usual = kind == Kind.SENTINEL ? SENTINEL_PORT : REDIS_PORT;
      int port = parts.group(4) == null ? usual : Integer.parseInt(parts.group(4));
      if (port == 0 || port > MAX_PORT) {
        throw invalid("has a port that is not from 1 to " + MAX_PORT);
      }
      nodes.add(new Node(parts.group(2) == null ? parts.group(1) : parts.group(2), port));
    }
    if (kind == Kind.SERVER && nodes.size() > 1) {
      throw invalid("names several hosts but neither Sentinel nor a cluster");
    }
    return nodes;
  }

  private static String primary(Kind kind, @Nullable String fragment) {
    if (kind != Kind.SENTINEL) {
      if (fragment != null) {
        throw invalid("has a part behind '#', which only Sentinel needs");
      }
      return "";
    }
    if (fragment == null || !NAME.matcher(fragment).matches()) {
      throw invalid("does not name the primary that the sentinels monitor, such as #mymaster");
    }
    return fragment;
  }

  private static IllegalArgumentException invalid(String fact) {
    return new IllegalArgumentException(
        "The URI of Redis %s. Write redis://user:password@host:port/database,".formatted(fact)
            + " redis+sentinel://user:password@host:port,host:port/database#name or"
            + " redis+cluster://user:password@host:port,host:port; rediss for TLS. All but the hosts"
            + " and the name is optional. In a password write what is neither letter nor digit as"
            + " %XX.");
  }

  private static String decoded(String raw) {
    return URLDecoder.decode(raw.replace("+", "%2B"), UTF_8);
  }

  /** Shows the hosts and ports. */
  @Override
  public String toString() {
    return nodes.stream().map(Node::toString).collect(Collectors.joining(","));
  }
}
