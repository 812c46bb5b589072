package dev.signet.core;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.signet.Session;
import dev.signet.SessionEvent.RejectionReason;
import dev.signet.SessionStoreException;
import dev.signet.store.memory.MemoryStore;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.ValueSource;

/** Sessions on the server, whatever the kind of the tokens. */
@ParameterizedClass(name = "encrypted: {0}")
@ValueSource(booleans = {false, true})
class StoredSessionTest {

  private final TestApplication application;
  private final CountedStore store;
  private final boolean encrypted;

  StoredSessionTest(boolean encrypted) {
    this.encrypted = encrypted;
    application = new TestApplication(encrypted);
    store = new CountedStore(new MemoryStore(100, application.clock));
  }

  @BeforeEach
  void begun() {
    application.deployWith(store);
    application.visit(session -> session.putAll(Map.of("name", "Ada", "cart", List.of("egg"))));
    assertThat(store.calls()).containsExactly("create");
  }

  @Test
  @DisplayName("T1 the cookie contains an ID of 160 bits and no content")
  void cookieHoldsAnId() {
    if (!encrypted) {
      assertThat(application.payload())
          .matches("\\{\"iat\":\\d+,\"exp\":\\d+,\"sid\":\"[\\w-]{27}\"}");
    }
    assertThat(application.request()).isEqualTo(Map.of("name", "Ada", "cart", List.of("egg")));
  }

  @Test
  @DisplayName("T1 R1 the store is not called for a session with an invalid signature")
  void forgedIdsNeverReachTheStore() {
    String cookie = requireNonNull(application.cookieHeader());
    assertThat(
            application.request(
                cookie.substring(0, cookie.length() - 2) + (cookie.endsWith("AA") ? "QQ" : "AA")))
        .isEmpty();
    assertThat(application.request("session=bad")).isEmpty();
    assertThat(store.calls()).isEmpty();
    assertThat(application.refusals()).hasSize(2);
  }

  @Test
  @DisplayName(
      "T1 R3 tokens without a valid ID are refused with a store, and tokens with an ID without one")
  void tokensOfTheOtherKind() {
    long now = application.now();
    for (String rest :
        new String[] {
          "\"data\":{\"name\":\"Eve\"}",
          "\"sid\":\"short\"",
          "\"sid\":\"a/b/c/d/e/f/g/h/i/j/k/l/m/n\""
        }) {
      String payload = "{\"iat\":%d,\"exp\":%d,%s}".formatted(now, now + 60, rest);
      assertThat(application.request(application.cookieOf(payload))).isEmpty();
    }
    for (String rest :
        new String[] {
          "\"sid\":\"123456789012345678901234567\",\"data\":{}",
          "\"sid\":null",
          "\"sid\":1",
          "\"sid\":\"123456789012345678901234567\",\"sid\":\"123456789012345678901234567\""
        }) {
      String payload = "{\"iat\":%d,\"exp\":%d,%s}".formatted(now, now + 60, rest);
      assertThat(application.request(application.cookieOf(payload))).isEmpty();
    }
    assertThat(application.refusals())
        .containsExactly(
            RejectionReason.UNSUPPORTED,
            RejectionReason.UNSUPPORTED,
            RejectionReason.UNSUPPORTED,
            RejectionReason.MALFORMED,
            RejectionReason.MALFORMED,
            RejectionReason.MALFORMED,
            RejectionReason.MALFORMED);
    assertThat(store.calls()).isEmpty();
    String stored = application.cookieHeader();
    assertThat(new TestApplication(encrypted).request(stored).isNew())
        .as("without a store")
        .isTrue();
  }

  @Test
  @DisplayName("T5 a session takes one call to read, one to write, and none if untouched")
  void roundTrips() {
    application.visit(session -> {});
    assertThat(store.calls()).isEmpty();
    assertThat(application.visit(session -> session.get("name"))).isEmpty();
    assertThat(store.calls()).containsExactly("load");
    application.visit(
        session -> {
          session.put("a", 1);
          session.put("b", 2);
          session.remove("name");
          session.save();
        });
    assertThat(store.calls()).containsExactly("load", "update");
    application.visit(Session::renew);
    assertThat(store.calls()).containsExactly("load", "move");
    application.visit(Session::delete);
    assertThat(store.calls()).containsExactly("load", "delete");
  }

  @Test
  @DisplayName("T3 only changed attributes are written, including changes inside values")
  void onlyChangesAreWritten() {
    application.visit(
        session -> {
          session.get("cart", new ArrayList<>()).add("milk");
          session.put("theme", "dark");
          session.remove("name");
        });
    var update = requireNonNull(store.lastUpdate);
    assertThat(update.put()).isEqualTo(Map.of("cart", "[\"egg\",\"milk\"]", "theme", "\"dark\""));
    assertThat(update.removed()).isEqualTo(Set.of("name"));
    application.visit(Session::save);
    assertThat(requireNonNull(store.lastUpdate).put()).isEmpty();
  }

  @Test
  @DisplayName("T3 two concurrent requests that change different attributes both win")
  void bothWin() {
    RequestSession first = application.request();
    RequestSession second = application.request();
    first.put("a", 1);
    second.put("b", 2);
    second.remove("cart");
    assertThat(application.respond(first)).isPresent();
    assertThat(application.respond(second)).isPresent();
    assertThat(application.request()).isEqualTo(Map.of("name", "Ada", "a", 1, "b", 2));
  }

  @Test
  @DisplayName("T4 a request in flight never brings back a deleted session")
  void neverBroughtBack() {
    for (boolean renew : new boolean[] {false, true}) {
      application.replay(null);
      application.visit(session -> session.put("name", "Ada"));
      String cookie = application.cookieHeader();
      RequestSession slow = application.request(cookie);
      slow.put("late", true);
      if (renew) {
        slow.renew();
      }
      application.visit(Session::delete);
      application.events.clear();
      assertThat(slow.decide(false)).as("nothing is sent").isEmpty();
      assertThat(application.refusals()).containsExactly(RejectionReason.NOT_FOUND);
      assertThat(application.request(cookie)).isEmpty();
    }
  }

  @Test
  @DisplayName("T8 W4 a deleted session is invalid in every copy of its cookie")
  void deletedEverywhere() {
    String copy = application.cookieHeader();
    assertThat(application.visit(Session::delete)).contains(TestApplication.EXPIRED);
    assertThat(application.request(copy)).isEmpty();
    assertThat(application.refusals()).containsExactly(RejectionReason.NOT_FOUND);
    assertThat(application.visit(session -> session.put("a", 1))).isPresent();
  }

  @Test
  @DisplayName(
      "W7 W9 the error response that replaces another carries the cookie of the stored state")
  void reopenedAndFailed() {
    RequestSession renewed = application.request();
    renewed.renew();
    renewed.put("user", 7);
    renewed.decide(false);
    renewed.reopen();
    renewed.put("late", true);
    assertThat(application.fail(renewed)).isPresent();
    assertThat(application.request())
        .isEqualTo(Map.of("name", "Ada", "cart", List.of("egg"), "user", 7));

    RequestSession deleted = application.request();
    deleted.delete();
    deleted.decide(false);
    deleted.reopen();
    assertThat(application.fail(deleted)).contains(TestApplication.EXPIRED);
  }

  @Test
  @DisplayName("W9 a change after a reopened decision starts from the stored state")
  void reopenedAndChangedBack() {
    RequestSession session = application.request();
    session.put("name", "Eve");
    session.put("order", 1);
    session.decide(false);
    session.reopen();
    session.put("name", "Ada");
    session.remove("order");
    assertThat(application.respond(session)).isPresent();
    assertThat(application.request()).isEqualTo(Map.of("name", "Ada", "cart", List.of("egg")));

    RequestSession fresh = application.request((String) null);
    fresh.put("a", 1);
    fresh.decide(false);
    fresh.reopen();
    fresh.delete();
    store.calls();
    assertThat(fresh.decide(false)).contains(TestApplication.EXPIRED);
    assertThat(store.calls()).containsExactly("delete");
  }

  @Test
  @DisplayName("W9 put into a session that was ended before reopening is saved")
  void reopenedAndFilledAgain() {
    RequestSession session = application.request();
    session.clear();
    session.decide(false);
    session.reopen();
    session.putAll(Map.of("name", "Ada", "cart", List.of("egg")));
    assertThat(application.respond(session)).isPresent();
    assertThat(application.request()).isEqualTo(Map.of("name", "Ada", "cart", List.of("egg")));
  }

  @Test
  @DisplayName("T3 removing the last attribute keeps the concurrent change of another request")
  void lastAttributeAndAnother() {
    application.visit(session -> session.remove("cart"));
    for (boolean putFirst : new boolean[] {true, false}) {
      String cookie = application.cookieHeader();
      RequestSession removing = application.request(cookie);
      RequestSession putting = application.request(cookie);
      removing.remove(putFirst ? "name" : "theme");
      putting.put(putFirst ? "theme" : "name", "x");
      RequestSession first = putFirst ? putting : removing;
      RequestSession second = putFirst ? removing : putting;
      first.decide(false);
      assertThat(second.decide(false)).isPresent();
      assertThat(removing.decide(false)).contains(TestApplication.EXPIRED);
      application.replay(cookie);
      assertThat(application.request().keySet()).containsExactly(putFirst ? "theme" : "name");
    }
  }

  @Test
  @DisplayName("T6 a failed commit fails again when it is repeated")
  void failedCommitFailsAgain() {
    RequestSession session = application.request();
    session.put("a", 1);
    store.failure = new IllegalStateException();
    assertThatThrownBy(session::commit).isInstanceOf(SessionStoreException.class);
    store.failure = null;
    assertThatThrownBy(session::commit).isInstanceOf(SessionStoreException.class);
  }

  @Test
  @DisplayName("C10 T6 a failed automatic prolongation does not fail a request that reads")
  void slidingWhileTheStoreFails() {
    application.deployWith(new ExpirationPolicy(Duration.ofDays(14), true, true, null));
    application.clock.advance(Duration.ofDays(2));
    RequestSession session = application.request();
    assertThat(session).containsEntry("name", "Ada");
    store.failure = new IllegalStateException();
    assertThat(session.decide(false)).isEmpty();
  }

  @Test
  @DisplayName("T5 R6 copies of one cookie take one call")
  void copiesOfOneCookie() {
    String cookie = application.cookieHeader();
    application.visit(Session::delete);
    store.calls();
    assertThat(application.request((cookie + "; ").repeat(8))).isEmpty();
    assertThat(store.calls()).containsExactly("load");
  }

  @Test
  @DisplayName("T8 W4 a cleared session has ended")
  void emptied() {
    String copy = application.cookieHeader();
    assertThat(application.visit(Session::clear)).contains(TestApplication.EXPIRED);
    assertThat(store.calls()).containsExactly("load", "delete");
    assertThat(application.request(copy)).isEmpty();
  }

  @Test
  @DisplayName("T8 W5 put after delete() is in another session")
  void deletedAndBegunAgain() {
    String copy = application.cookieHeader();
    application.visit(
        session -> {
          session.delete();
          session.put("name", "Eve");
        });
    assertThat(store.calls()).containsExactly("load", "delete", "create");
    assertThat(application.request(copy)).isEmpty();
    assertThat(application.request()).isEqualTo(Map.of("name", "Eve"));
  }

  @Test
  @DisplayName("W3 T8 renew() moves the content to a new ID, and the old one is invalid")
  void renewed() {
    String copy = application.cookieHeader();
    application.visit(
        session -> {
          session.renew();
          session.put("user", 7);
        });
    assertThat(application.request(copy)).isEmpty();
    assertThat(application.request())
        .isEqualTo(Map.of("name", "Ada", "cart", List.of("egg"), "user", 7));
    assertThat(application.request().createdAt()).isEqualTo(TestApplication.START);
  }

  @Test
  @DisplayName("W7 a server error saves neither changes nor a deletion")
  void serverError() {
    RequestSession failed = application.request();
    failed.put("name", "Eve");
    assertThat(application.fail(failed)).isEmpty();
    RequestSession deleted = application.request();
    deleted.delete();
    assertThat(application.fail(deleted)).isEmpty();
    assertThat(application.request()).containsEntry("name", "Ada");
  }

  @Test
  @DisplayName("W9 a replacement response continues from the state of the failed one")
  void decidedAgain() {
    RequestSession session = application.request((String) null);
    session.put("a", 1);
    session.decide(false);
    session.reopen();
    session.put("b", 2);
    application.respond(session);
    assertThat(application.request()).isEqualTo(Map.of("a", 1, "b", 2));
    assertThat(store.calls()).containsExactly("create", "update", "load");

    RequestSession twice = application.request();
    String copy = application.cookieHeader();
    twice.renew();
    twice.decide(false);
    twice.reopen();
    twice.delete();
    assertThat(application.respond(twice)).contains(TestApplication.EXPIRED);
    assertThat(application.request(copy)).isEmpty();
  }

  @Test
  @DisplayName("W11 content larger than a cookie fits")
  void large() {
    application.visit(session -> session.put("text", "x".repeat(100_000)));
    assertThat(application.request()).containsEntry("text", "x".repeat(100_000));
  }

  @Test
  @DisplayName("C4 T7 a session ends at its expiry, and each write prolongs it")
  void time() {
    application.clock.advance(Duration.ofDays(13));
    application.visit(session -> session.put("a", 1));
    application.clock.advance(Duration.ofDays(13));
    assertThat(application.request()).containsEntry("a", 1);
    application.clock.advance(Duration.ofDays(1));
    assertThat(application.request()).isEmpty();
    assertThat(application.refusals()).containsExactly(RejectionReason.EXPIRED);
  }

  @Test
  @DisplayName("R7 a session under a previous key is kept and sealed under the new one")
  void rotation() {
    application.deployWith(TestApplication.OLD_KEY, TestApplication.KEY);
    assertThat(application.visit(session -> session.get("name"))).isPresent();
    application.deployWith(TestApplication.OLD_KEY);
    assertThat(application.request()).containsEntry("name", "Ada");
  }

  @Test
  @DisplayName("T6 a failing store throws SessionStoreException, and later calls succeed")
  void storeIsDown() {
    RequestSession writing = application.request();
    writing.put("name", "Eve");
    store.failure = new IllegalStateException("with an id in it");
    assertThatExceptionOfType(SessionStoreException.class)
        .isThrownBy(() -> application.request().size())
        .withMessageContaining("The session store failed with java.lang.IllegalStateException")
        .withMessageNotContaining("an id");
    assertThatThrownBy(() -> writing.decide(false)).isInstanceOf(SessionStoreException.class);
    assertThat(writing.decide(true)).as("the answer to that").isEmpty();
    assertThat(application.visit(session -> {})).isEmpty();
    store.failure = null;
    assertThat(application.request()).containsEntry("name", "Ada");
    store.failure = new SessionStoreException("Told by the store.", null);
    assertThatThrownBy(() -> application.request().size()).isSameAs(store.failure);
  }

  @Test
  @DisplayName("C4 a session whose expiry has passed is removed, not stored")
  void overMeanwhile() {
    application.deployWith(
        new ExpirationPolicy(Duration.ofDays(14), true, false, Duration.ofHours(1)));
    RequestSession session = application.request();
    session.put("a", 1);
    application.clock.advance(Duration.ofHours(2));
    assertThat(application.respond(session)).contains(TestApplication.EXPIRED);
    assertThat(store.calls()).containsExactly("load", "delete");
  }
}
