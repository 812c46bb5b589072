package dev.signet.store.redis;

import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The meaning of an error that a server answers. The text of an answer may quote arguments, which
 * are ids and values; it is matched, and only its code and the name of a command are repeated.
 */
final class RedisAnswer {

  private static final Pattern CODE = Pattern.compile("([A-Z]{2,20})( .*)?", Pattern.DOTALL);

  /** Inside a script older servers put their own words before the code. */
  private static final Pattern INNER_CODE =
      Pattern.compile("(?:[:\\s]-|@user_script: ?\\d+: )([A-Z]{2,20}) ");

  private static final Pattern REFUSED_COMMAND =
      Pattern.compile("run the '([a-z|]{2,30})' command");

  private static final Pattern REFUSED =
      Pattern.compile("can't run this command|ACL failure in script");

  private record Known(Pattern text, String meaning) {}

  private static Known known(String text, String meaning) {
    return new Known(Pattern.compile(text), meaning);
  }

  private static final List<Known> KNOWN =
      List.of(
          known(
              "DB index is out of range|invalid DB index",
              "The server does not have the database that session.redis.uri names. Write a number below its setting databases, or leave it out."),
          known(
              "SELECT is not allowed in cluster mode|^MOVED |^ASK |^CROSSSLOT ",
              "The server is a node of a Redis Cluster. Write session.redis.uri as redis+cluster://host:port."),
          known(
              "cluster support disabled",
              "The server is not a node of a cluster. Write session.redis.uri as redis://host:port."),
          known(
              "max number of clients",
              "The server has as many connections as its setting maxclients allows. Raise that, or lower session.redis.pool-size."),
          known(
              "without any password configured|no password is set",
              "The server has no password for its default user. Remove the password from session.redis.uri, or set one on the server."),
          known(
              "(?i)unknown command|unknown redis command|Invalid command passed",
              "The server does not know a command that the store needs. Remove its rename-command; if this is the port of a Sentinel, write session.redis.uri as redis+sentinel://host:port#name."));

  /** The codes of errors that end when the server, its replicas or its administrator act. */
  private static final Set<String> TEMPORARY =
      Set.of(
          "OOM",
          "READONLY",
          "LOADING",
          "BUSY",
          "MASTERDOWN",
          "CLUSTERDOWN",
          "TRYAGAIN",
          "NOREPLICAS",
          "MISCONF");

  private RedisAnswer() {}

  /** Returns whether the same call may succeed later. */
  static boolean isTemporary(Exception answer) {
    String code = code(answer);
    return (code != null && TEMPORARY.contains(code))
        || String.valueOf(answer.getMessage()).contains("max number of clients");
  }

  /** Returns the code that an answer begins with, or null if it has none. */
  static @Nullable String code(Exception answer) {
    String text = String.valueOf(answer.getMessage());
    Matcher inner = INNER_CODE.matcher(text);
    if (text.startsWith("ERR") && inner.find()) {
      return inner.group(1);
    }
    Matcher matcher = CODE.matcher(text);
    return matcher.matches() ? matcher.group(1) : null;
  }

  /**
   * Returns what an answer means and what to do.
   *
   * @param rules the rules that allow a user the commands of the store
   */
  static String meaning(Exception answer, String rules) {
    String text = String.valueOf(answer.getMessage());
    if (REFUSED.matcher(text).find()) {
      return refusedCommand("a command", rules);
    }
    for (Known known : KNOWN) {
      if (known.text().matcher(text).find()) {
        return known.meaning();
      }
    }
    String code = code(answer);
    return switch (code == null ? "" : code) {
      case "NOAUTH" ->
          "The server requires a password. Write it in session.redis.uri, as redis://user:password@host.";
      case "WRONGPASS" ->
          "The server refuses the user and password of session.redis.uri. Correct them; in a password write what is neither letter nor digit as %XX.";
      case "NOPERM" -> refused(text, rules);
      case "DENIED" ->
          "The server is in protected mode. Give it a password, or set bind and protected-mode.";
      case "OOM" ->
          "The server has used up its setting maxmemory. Raise that, or let sessions end earlier.";
      case "READONLY" ->
          "The server is a replica. If it does not become the primary by itself, write the primary's address in session.redis.uri, or that of the sentinels as redis+sentinel://host:port#name.";
      case "LOADING" ->
          "The server is starting and loads its data. Wait; calls succeed by themselves afterwards.";
      case "BUSY" ->
          "The server is running a script that does not end. Calls succeed by themselves afterwards; SCRIPT KILL ends it.";
      case "MASTERDOWN", "CLUSTERDOWN", "TRYAGAIN" ->
          "The servers are changing their roles or slots. Wait; calls succeed by themselves afterwards.";
      case "NOREPLICAS" ->
          "The server has fewer replicas than its setting min-replicas-to-write requires. Start them.";
      case "MISCONF" -> "The server cannot write to its disk and so refuses changes. See its log.";
      case "WRONGTYPE" ->
          "A key of the store holds something else. Choose another session.redis.key-prefix.";
      default -> "See the server's log and its documentation of that error.";
    };
  }

  private static String refused(String text, String rules) {
    Matcher command = REFUSED_COMMAND.matcher(text);
    if (command.find()) {
      return refusedCommand("the command " + command.group(1), rules);
    }
    return "The user may not use the keys of the store. Allow those that begin with session.redis.key-prefix (ACL SETUSER user ~prefix*).";
  }

  private static String refusedCommand(String command, String rules) {
    return "The user may not run %s that the store needs. Allow %s, in a cluster also +cluster (ACL SETUSER)."
        .formatted(command, rules);
  }
}
