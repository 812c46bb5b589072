package dev.signet.history;

import dev.signet.history.Content.Login;
import dev.signet.history.Model.After;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What each call on the log-ins of users does and returns (L4). */
final class LoginCalls {

  /** What the end of a log-in returns if the caller has none with the id. */
  static final String NONE = "none";

  private LoginCalls() {}

  /** Returns the model after a call; without a registry nothing is read. */
  static After expected(Model model, Step.LoginCall step, Reaction reaction) {
    int number = step.request();
    if (!model.request(number).setup().hasRegistry() && !(step instanceof Step.EndLogin)) {
      return new After(model, Outcome.ILLEGAL_STATE);
    }
    if (step instanceof Step.EndEveryone) {
      return with(model, registry -> registry.end(model.logins())).access(number);
    }
    After read = model.access(number);
    if (read.outcome() != Outcome.OK) {
      return read;
    }
    Model now = read.model();
    Login own = now.request(number).content().login();
    if (step instanceof Step.ListLogins) {
      return read;
    }
    if (step instanceof Step.EndAll all) {
      return ended(now, registry -> registry.endAll(all.user(), id -> true));
    }
    if (own == null || !now.request(number).setup().hasRegistry()) {
      return new After(now, Outcome.ILLEGAL_STATE);
    }
    if (step instanceof Step.EndLogin) {
      Set<Integer> one = ids(reaction.text());
      return ended(now, registry -> registry.endAll(own.user(), one::contains));
    }
    return ended(now, registry -> registry.endAll(own.user(), id -> id != own.id()));
  }

  private static After ended(Model model, UnaryOperator<Registry> change) {
    return new After(with(model, change), Outcome.OK);
  }

  private static Model with(Model model, UnaryOperator<Registry> change) {
    return model.with(model.shared().with(change.apply(model.shared().registry())));
  }

  private static Set<Integer> ids(String text) {
    return text.equals(NONE) || text.isEmpty()
        ? Set.of()
        : Arrays.stream(text.split(",")).map(Integer::valueOf).collect(Collectors.toSet());
  }

  /**
   * Returns what a call should have returned; null if it did. A log-in that may have expired may be
   * listed; one with a valid token must be.
   */
  static @Nullable String difference(Model before, Step.LoginCall step, String text) {
    Registry registry = before.shared().registry();
    if (step instanceof Step.ListLogins list) {
      return difference(before, list.user(), ids(text));
    }
    if (step instanceof Step.EndLogin) {
      Login own = before.request(step.request()).content().login();
      String user = own == null ? "" : own.user();
      Set<Integer> ids = ids(text);
      return registry.active(user).containsAll(ids)
              && (!ids.isEmpty() || must(before, user).isEmpty())
          ? null
          : "expected one of " + registry.active(user);
    }
    return null;
  }

  private static @Nullable String difference(Model model, String user, Set<Integer> listed) {
    Set<Integer> may = model.shared().registry().active(user);
    Set<Integer> must = must(model, user);
    return may.containsAll(listed) && listed.containsAll(must)
        ? null
        : "expected all of " + must + " and none but " + may;
  }

  /** Returns the log-ins of a user that a token is valid of. */
  private static Set<Integer> must(Model model, String user) {
    Set<Integer> found = new HashSet<>(model.shared().registry().active(user));
    found.retainAll(model.valid());
    return found;
  }
}
