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

  @Test
  @DisplayName("N1 a handshake has its session beside a cookie of another name that is empty")
  void handshakeBesideAnEmptyCookie() {
    History.of(
            Setup.of(true),
            new Step.Open(1, 0, Step.Touch.PUT),
            new Step.Open(0, 0, Step.Touch.READ),
            new Step.Delete(0))
        .play();
  }

  @Test
  @DisplayName(
      "N1 C11 a socket is told that its change was not saved because the session timed out")
  void socketWhoseSessionTimesOut() {
    History.of(
            new Setup(true, false, List.of(0), false, 100, 150, "/"),
            new Step.Open(0, 0, Step.Touch.PUT),
            new Step.Pass(99_000),
            new Step.Put(0, "a", Kind.STRING, 1),
            new Step.Save(0),
            new Step.Put(0, "a", Kind.STRING, 2),
            new Step.Pass(60_000),
            new Step.Save(0))
        .play();
  }

  @Test
  @DisplayName("L3 T6 an interrupted thread logs a user in")
  void interruptedThreadLogsIn() {
    History.of(
            new Setup(
                false, false, List.of(0), false, 100, 0, "/", new Setup.Logins(2, true, 0, 0)),
            new Step.Interrupt(),
            new Step.Begin(0, 0, Step.Source.OWN, 0),
            new Step.LogIn(0, "ada", 3, 0))
        .play();
  }

  @Test
  @DisplayName("L4 a log-in that was saved after all had ended is not listed on another server")
  void logInSavedAfterAllEnded() {
    History.of(
            new Setup(
                false, false, List.of(0), false, 100, 0, "/", new Setup.Logins(2, false, 0, 0)),
            new Step.Begin(0, 0, Step.Source.OWN, 0),
            new Step.LogIn(0, "ada", 2, 0),
            new Step.EndEveryone(0),
            new Step.Begin(1, 0, Step.Source.OWN, 0),
            new Step.Answer(0, Step.Ending.ENTITY),
            new Step.ListLogins(1, "ada"))
        .play();
  }

  @Test
  @DisplayName("L4 a log-in is known for as long as a request that takes long may extend it")
  void logInThatASlowRequestExtends() {
    History.of(
            new Setup(
                false, false, List.of(0), false, 100, 0, "/", new Setup.Logins(1, true, 0, 60)),
            new Step.Begin(0, 0, Step.Source.OWN, 0),
            new Step.LogIn(0, "bob", 9, 0),
            new Step.Answer(0, Step.Ending.ENTITY),
            new Step.Begin(0, 0, Step.Source.OWN, 0),
            new Step.Confirm(0),
            new Step.Pass(99_000),
            new Step.Begin(1, 0, Step.Source.OWN, 0),
            new Step.LogIn(1, "bob", 21, 0),
            new Step.Answer(0, Step.Ending.ENTITY),
            new Step.Answer(1, Step.Ending.ENTITY))
        .play();
  }

  @Test
  @DisplayName("L4 all log-ins of a user end, also one that was extended at its last moment")
  void logInExtendedAtItsLastMoment() {
    History.of(
            new Setup(
                false, false, List.of(0), false, 100, 0, "/", new Setup.Logins(1, false, 0, 0)),
            new Step.Begin(0, 0, Step.Source.OWN, 0),
            new Step.LogIn(0, "ada", 1, 0),
            new Step.Answer(0, Step.Ending.ENTITY),
            new Step.Pass(99_000),
            new Step.Begin(0, 0, Step.Source.OWN, 0),
            new Step.Put(0, "a", Kind.STRING, 1),
            new Step.Answer(0, Step.Ending.ENTITY),
            new Step.Pass(60_000),
            new Step.Begin(0, 1, Step.Source.OWN, 0),
            new Step.EndAll(0, "ada"))
        .play();
  }
}
