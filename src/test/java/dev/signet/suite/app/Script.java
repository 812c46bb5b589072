package dev.signet.suite.app;

import dev.signet.Session;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Calls on a session as text, such as {@code put a=1; save}, so that a test says what is done. */
public final class Script {

  private Script() {}

  /** Runs the calls in their order and returns what they answered, separated by commas. */
  public static String run(Session session, String script) {
    List<String> answers = new ArrayList<>();
    for (String call : script.split(";", -1)) {
      String[] words = call.strip().split("[ =]", 3);
      Object answer = call(session, words);
      if (answer != null) {
        answers.add(answer.toString());
      }
    }
    return String.join(",", answers);
  }

  private static Object call(Session session, String[] words) {
    return switch (words[0]) {
      case "get" -> String.valueOf(session.get(words[1]));
      case "take" -> String.valueOf(session.flash(words[1], String.class));
      case "contains" -> session.containsKey(words[1]);
      case "size" -> session.size();
      case "new" -> session.isNew();
      case "started" -> session.createdAt().getEpochSecond();
      case "caller" -> session.caller().map(c -> c.name() + " " + c.roles()).orElse("nobody");
      case "toString" -> session.toString();
      default -> {
        change(session, words);
        yield "";
      }
    };
  }

  private static void change(Session session, String[] words) {
    switch (words[0]) {
      case "put" -> session.put(words[1], words[2]);
      case "flash" -> session.flash(words[1], words[2]);
      case "fill" -> session.put(words[1], "x".repeat(Integer.parseInt(words[2])));
      case "remove" -> session.remove(words[1]);
      case "clear" -> session.clear();
      case "save" -> session.save();
      case "renew" -> session.renew();
      case "delete" -> session.delete();
      case "login" -> session.logIn(words[1], Set.of(words[2].split(" ")));
      case "confirm" -> session.confirm();
      case "" -> {}
      default -> throw new IllegalArgumentException("No such call: " + words[0]);
    }
  }
}
