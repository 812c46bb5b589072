package dev.signet.history;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Makes a failing history as short and simple as it can be and still fail the same rule. */
final class Shrinker {

  private final Predicate<History> fails;
  private History shortest;

  private Shrinker(History failing, Predicate<History> fails) {
    this.shortest = failing;
    this.fails = fails;
  }

  static History shrink(History failing, Predicate<History> fails) {
    var shrinker = new Shrinker(failing, fails);
    while (shrinker.remove() || shrinker.simplify()) {
      // as long as something becomes simpler
    }
    return shrinker.shortest;
  }

  private boolean replace(History simpler) {
    if (!simpler.equals(shortest) && fails.test(simpler)) {
      shortest = simpler;
      return true;
    }
    return false;
  }

  /** Leaves steps out, many at once first. */
  private boolean remove() {
    boolean removed = false;
    for (int size = Math.max(1, shortest.steps().size() / 2); size > 0; size /= 2) {
      for (int at = 0; at + size <= shortest.steps().size(); ) {
        List<Step> left = new ArrayList<>(shortest.steps());
        left.subList(at, at + size).clear();
        if (replace(new History(shortest.setup(), left))) {
          removed = true;
        } else {
          at++;
        }
      }
    }
    return removed;
  }

  private boolean simplify() {
    boolean simplified = false;
    for (int at = 0; at < shortest.steps().size(); at++) {
      for (Step simpler : simpler(shortest.steps().get(at)).toList()) {
        List<Step> changed = new ArrayList<>(shortest.steps());
        changed.set(at, simpler);
        if (replace(new History(shortest.setup(), changed))) {
          simplified = true;
          break;
        }
      }
    }
    for (Setup.Option option : Setup.Option.values()) {
      simplified |= replace(new History(shortest.setup().with(option, 0), shortest.steps()));
    }
    return simplified;
  }

  /** Returns simpler steps, the simplest first; each of them has no way back. */
  private static Stream<Step> simpler(Step step) {
    if (step instanceof Step.Begin begin) {
      return Stream.of(
          new Step.Begin(begin.request(), 0, Step.Source.OWN, 0),
          new Step.Begin(begin.request(), begin.browser(), Step.Source.OWN, 0),
          new Step.Begin(begin.request(), 0, begin.source(), 0));
    }
    if (step instanceof Step.Put put) {
      return Stream.<Function<Step.Put, Step>>of(
              p -> new Step.Put(p.request(), "a", Kind.STRING, 0),
              p -> new Step.Put(p.request(), "a", p.kind(), 0),
              p -> new Step.Put(p.request(), p.key(), Kind.STRING, 0),
              p -> new Step.Put(p.request(), p.key(), p.kind(), 0))
          .map(simpler -> simpler.apply(put));
    }
    if (step instanceof Step.Answer answer) {
      return Stream.of(new Step.Answer(answer.request(), Step.Ending.ENTITY));
    }
    return Stream.empty();
  }
}
