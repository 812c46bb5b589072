package dev.signet.history;

import dev.signet.history.Model.After;
import dev.signet.history.Step.Ending;

/** What each way to answer means for the session. */
final class Endings {

  private Endings() {}

  /**
   * Returns whether a response is the one that the model expects. A failure of the store behind an
   * exception mapper is a 500, because Jakarta REST maps one exception of a request (3.1, 4.4).
   */
  static boolean isExpected(Ending ending, Outcome expected, Outcome actual) {
    if (actual != Outcome.SERVER_ERROR) {
      return actual == expected;
    }
    return switch (ending) {
      case SERVER_ERROR, UNMAPPED, UNWRITABLE -> true;
      case MAPPED, UNWRITABLE_MAPPED -> expected == Outcome.STORE_FAILED;
      default -> false;
    };
  }

  static After expected(Model model, int request, Ending ending) {
    After after = first(model, request, ending);
    return after.outcome() == Outcome.OK || ending == Ending.MANAGER
        ? after
        : new After(after.model().decide(request, true).model(), after.outcome());
  }

  private static After first(Model model, int request, Ending ending) {
    return switch (ending) {
      case ENTITY, REDIRECT, NO_CONTENT, NOT_FOUND, MAPPED, STREAM, ASYNC, SSE, LOST ->
          model.decide(request, false);
      case SERVER_ERROR, UNMAPPED -> model.decide(request, true);
      case UNWRITABLE -> replaced(model, request, true);
      case UNWRITABLE_MAPPED -> replaced(model, request, false);
      case MANAGER -> model.save(request);
    };
  }

  /** The response that takes the place of another starts from the session as it is then (W6). */
  private static After replaced(Model model, int request, boolean serverError) {
    After first = model.decide(request, false);
    if (first.outcome() != Outcome.OK) {
      return first;
    }
    Model reopened = first.model().reopen(request);
    if (serverError) {
      return reopened.decide(request, true);
    }
    After mapped = reopened.put(request, SessionCalls.MAPPER, new Value(Kind.STRING, 0));
    return mapped.outcome() == Outcome.OK ? mapped.model().decide(request, false) : mapped;
  }
}
