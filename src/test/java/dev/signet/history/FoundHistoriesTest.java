package dev.signet.history;

import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** The shortest forms of histories that once failed. */
class FoundHistoriesTest {

  @Test
  @DisplayName("W4 C11 a new session that times out during its request expires no cookie")
  void newSessionThatTimesOutExpiresNoCookie() {
    for (boolean store : new boolean[] {false, true}) {
      History.of(
              new Setup(store, false, List.of(0), false, 100, 150, "/"),
              new Step.Begin(0, 0, Step.Source.OWN, 0),
              new Step.Put(0, "a", Kind.STRING, 0),
              new Step.Pass(151_000),
              new Step.Answer(0, Step.Ending.ENTITY))
          .play();
    }
  }

  @Test
  @DisplayName("T4 T8 clear() ends a stored session that another request has emptied")
  void clearEndsASessionThatIsEmpty() {
    History.of(
            Setup.of(true),
            new Step.Begin(0, 0, Step.Source.OWN, 0),
            new Step.Put(0, "a", Kind.STRING, 0),
            new Step.Answer(0, Step.Ending.ENTITY),
            new Step.Begin(0, 0, Step.Source.OWN, 0),
            new Step.Remove(0, "a"),
            new Step.Begin(1, 0, Step.Source.OWN, 0),
            new Step.Answer(0, Step.Ending.ENTITY),
            new Step.Clear(1),
            new Step.Answer(1, Step.Ending.ENTITY))
        .play();
  }

  @Test
  @DisplayName(
      "W3 T8 a session that was renewed and emptied has another ID when it is filled again")
  void renewedAndEmptiedSessionIsFilledUnderAnotherId() {
    History.of(
            Setup.of(true),
            new Step.Begin(0, 0, Step.Source.OWN, 0),
            new Step.Put(0, "b", Kind.STRING, 0),
            new Step.Answer(0, Step.Ending.ENTITY),
            new Step.Begin(0, 0, Step.Source.OWN, 0),
            new Step.Renew(0),
            new Step.Remove(0, "b"),
            new Step.Answer(0, Step.Ending.UNWRITABLE_MAPPED))
        .play();
  }
}
