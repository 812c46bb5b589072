package dev.signet.core;

import static dev.signet.core.TestApplication.EXPIRED;
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

/** The response to every order of up to four calls of a session's methods: 1555 orders. */
class SessionCallOrderTest {

  private static final Map<String, Object> BEFORE = Map.of("a", 1);

  private enum Call {
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
  @DisplayName("W1 W3 W4 W5 in a session of the request the last call wins")
  void lastCallWinsInASessionOfTheRequest() {
    orders()
        .forEach(
            calls -> {
              TestApplication application = applicationWithSession();
              Map<String, Object> left = left(BEFORE, calls);
              boolean asked =
                  calls.contains(Call.SAVE)
                      || calls.contains(Call.RENEW)
                      || calls.contains(Call.DELETE);

              Optional<String> sent = application.respond(called(application, calls));

              assertThat(sent.isPresent()).as("%s", calls).isEqualTo(asked || !left.equals(BEFORE));
              assertThat(sent.equals(Optional.of(EXPIRED)))
                  .as("%s", calls)
                  .isEqualTo(left.isEmpty());
              assertThat(application.request()).as("%s", calls).isEqualTo(left);
            });
  }

  @Test
  @DisplayName("W3 W4 W5 a new session is sent if it has attributes at the end")
  void newSessionIsSentIfItHasAttributes() {
    orders()
        .forEach(
            calls -> {
              TestApplication application = new TestApplication();
              Map<String, Object> left = left(Map.of(), calls);

              Optional<String> sent = application.respond(called(application, calls));

              assertThat(sent.isPresent()).as("%s", calls).isEqualTo(!left.isEmpty());
              assertThat(application.request()).as("%s", calls).isEqualTo(left);
            });
  }

  @Test
  @DisplayName("W7 a response of 500 changes the session only if save() was called last")
  void serverErrorChangesTheSessionOnlyAfterSave() {
    orders()
        .forEach(
            calls -> {
              TestApplication application = applicationWithSession();
              boolean asked = calls.lastIndexOf(Call.SAVE) > calls.lastIndexOf(Call.DELETE);

              Optional<String> sent = application.fail(called(application, calls));

              assertThat(sent.isPresent()).as("%s", calls).isEqualTo(asked);
              assertThat(application.request())
                  .as("%s", calls)
                  .isEqualTo(asked ? left(BEFORE, calls) : BEFORE);
            });
  }

  private static Stream<List<Call>> orders() {
    return Stream.iterate(List.of(List.<Call>of()), SessionCallOrderTest::oneMore)
        .limit(5)
        .flatMap(List::stream);
  }

  private static List<List<Call>> oneMore(List<List<Call>> orders) {
    return orders.stream()
        .flatMap(row -> Arrays.stream(Call.values()).map(call -> plus(row, call)))
        .toList();
  }

  private static List<Call> plus(List<Call> row, Call call) {
    return Stream.concat(row.stream(), Stream.of(call)).toList();
  }

  private static TestApplication applicationWithSession() {
    TestApplication application = new TestApplication();
    application.visit(session -> session.putAll(BEFORE));
    return application;
  }

  private static RequestSession called(TestApplication application, List<Call> calls) {
    RequestSession session = application.request();
    calls.forEach(call -> call.callOn(session));
    return session;
  }

  /** Returns what a session holds after the calls. */
  private static Map<String, Object> left(Map<String, Object> before, List<Call> calls) {
    Map<String, Object> left = new HashMap<>(before);
    for (Call call : calls) {
      switch (call) {
        case PUT -> left.put("b", 2);
        case REMOVE -> left.remove("b");
        case CLEAR, DELETE -> left.clear();
        case SAVE, RENEW -> {}
      }
    }
    return left;
  }
}
