package dev.signet.core;

import static dev.signet.core.Site.EXPIRED;
import static org.assertj.core.api.Assertions.assertThat;

import dev.signet.Session;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** What is sent after the verbs of a session, called in every order: up to four, 1555 orders. */
class LastWordTest {

  private static final Map<String, Object> BEFORE = Map.of("a", 1);

  private enum Verb {
    PUT,
    REMOVE,
    CLEAR,
    SAVE,
    RENEW,
    DELETE;

    void callOn(Session session) {
      switch (this) {
        case PUT -> session.put("b", 2);
        case REMOVE -> session.remove("b");
        case CLEAR -> session.clear();
        case SAVE -> session.save();
        case RENEW -> session.renew();
        case DELETE -> session.delete();
      }
    }
  }

  @Test
  @DisplayName("W1 W3 W4 W5 a session that came with the request: the last word wins")
  void lastWordOfAKnownSession() {
    orders()
        .forEach(
            verbs -> {
              Site site = siteWithSession();
              Map<String, Object> left = left(BEFORE, verbs);
              boolean asked =
                  verbs.contains(Verb.SAVE)
                      || verbs.contains(Verb.RENEW)
                      || verbs.contains(Verb.DELETE);

              Optional<String> sent = site.respond(called(site, verbs));

              assertThat(sent.isPresent()).as("%s", verbs).isEqualTo(asked || !left.equals(BEFORE));
              assertThat(sent.equals(Optional.of(EXPIRED)))
                  .as("%s", verbs)
                  .isEqualTo(left.isEmpty());
              assertThat(site.request()).as("%s", verbs).isEqualTo(left);
            });
  }

  @Test
  @DisplayName("W3 W4 W5 a session that never reached the browser: sent where it has content")
  void lastWordOfANewSession() {
    orders()
        .forEach(
            verbs -> {
              Site site = new Site();
              Map<String, Object> left = left(Map.of(), verbs);

              Optional<String> sent = site.respond(called(site, verbs));

              assertThat(sent.isPresent()).as("%s", verbs).isEqualTo(!left.isEmpty());
              assertThat(site.request()).as("%s", verbs).isEqualTo(left);
            });
  }

  @Test
  @DisplayName("W7 a response of 500 leaves the session as it was unless save() had the last word")
  void serverErrorSavesWhatWasAskedFor() {
    orders()
        .forEach(
            verbs -> {
              Site site = siteWithSession();
              boolean asked = verbs.lastIndexOf(Verb.SAVE) > verbs.lastIndexOf(Verb.DELETE);

              Optional<String> sent = site.fail(called(site, verbs));

              assertThat(sent.isPresent()).as("%s", verbs).isEqualTo(asked);
              assertThat(site.request())
                  .as("%s", verbs)
                  .isEqualTo(asked ? left(BEFORE, verbs) : BEFORE);
            });
  }

  private static Stream<List<Verb>> orders() {
    return Stream.iterate(List.of(List.<Verb>of()), LastWordTest::oneMore)
        .limit(5)
        .flatMap(List::stream);
  }

  private static List<List<Verb>> oneMore(List<List<Verb>> orders) {
    return orders.stream()
        .flatMap(row -> Arrays.stream(Verb.values()).map(verb -> plus(row, verb)))
        .toList();
  }

  private static List<Verb> plus(List<Verb> row, Verb verb) {
    return Stream.concat(row.stream(), Stream.of(verb)).toList();
  }

  private static Site siteWithSession() {
    Site site = new Site();
    site.visit(session -> session.putAll(BEFORE));
    return site;
  }

  private static RequestSession called(Site site, List<Verb> verbs) {
    RequestSession session = site.request();
    verbs.forEach(verb -> verb.callOn(session));
    return session;
  }

  /** Returns what a session holds after the verbs. */
  private static Map<String, Object> left(Map<String, Object> before, List<Verb> verbs) {
    Map<String, Object> left = new HashMap<>(before);
    for (Verb verb : verbs) {
      switch (verb) {
        case PUT -> left.put("b", 2);
        case REMOVE -> left.remove("b");
        case CLEAR, DELETE -> left.clear();
        case SAVE, RENEW -> {}
      }
    }
    return left;
  }
}
