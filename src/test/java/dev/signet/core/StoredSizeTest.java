package dev.signet.core;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.signet.SessionEvent;
import dev.signet.SessionTooLargeException;
import dev.signet.json.AttributesCodec;
import dev.signet.json.JsonCodec;
import dev.signet.spi.SessionId;
import dev.signet.spi.SessionRecord;
import dev.signet.store.memory.MemoryStore;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The maximum size of a session in a store. */
class StoredSizeTest {

  private static final int MAX_SIZE = 100;

  /** The text of {"text":"..."} has 100 bytes. */
  private static final String FITTING = "x".repeat(MAX_SIZE - "{\"text\":\"\"}".length());

  private final TestApplication application = new TestApplication();
  private final CountedStore store = new CountedStore(new MemoryStore(100, application.clock));

  @BeforeEach
  void deploy() {
    application.deployWith(store, MAX_SIZE);
  }

  private SessionRecord stored() {
    String id = application.payload().replaceAll(".*\"sid\":\"([^\"]*)\".*", "$1");
    return store.load(new SessionId(id)).orElseThrow();
  }

  @ParameterizedTest
  @ValueSource(strings = {"text", "t\u00e4xt", "a\"b", "\n", "\uD83C\uDF6A", ""})
  @DisplayName("T12 A session may have exactly as many bytes of JSON as session.max-size allows")
  void exactLimit(String name) {
    RequestSession session = application.request();
    session.put("n", 1);
    int length = 0;
    try {
      while (length <= MAX_SIZE) {
        session.put(name, "\u00e4".repeat(length + 1));
        length++;
      }
    } catch (SessionTooLargeException e) {
      assertThat(e.size()).isBetween(MAX_SIZE + 1, MAX_SIZE + 2);
      assertThat(e.limit()).isEqualTo(MAX_SIZE);
    }

    application.respond(session);
    String json = new AttributesCodec(new JsonCodec()).write(stored().attributes());
    assertThat(json.getBytes(UTF_8).length).isBetween(MAX_SIZE - 1, MAX_SIZE);
  }

  @Test
  @DisplayName("T12 The exception names the option, size, limit and largest attributes, no values")
  void message() {
    RequestSession session = application.request();
    session.put("small", 1);

    var refused =
        catchThrowableOfType(
            SessionTooLargeException.class, () -> session.put("huge", "h".repeat(98)));

    assertThat(refused)
        .hasMessage(
            "The session would have 119 bytes as JSON; session.max-size allows at most 100."
                + " Largest attributes: 'huge' (100 bytes), 'small' (1 bytes). Keep only IDs in"
                + " the session, and the data in a database, or raise session.max-size.");
    assertThat(refused.size()).isEqualTo(119);
    assertThat(application.events).containsExactly(new SessionEvent.TooLarge());
  }

  @Test
  @DisplayName("T12 A refused put leaves the session unchanged")
  void refusedPut() {
    application.visit(session -> session.putAll(Map.of("text", "short", "n", 1)));
    RequestSession session = application.request();

    assertThatExceptionOfType(SessionTooLargeException.class)
        .isThrownBy(() -> session.put("text", FITTING));

    assertThat(session).isEqualTo(Map.of("text", "short", "n", 1));
    assertThat(application.respond(session)).isEmpty();
  }

  @Test
  @DisplayName(
      "T12 A value that grew is refused by save() and by the response, and nothing is stored")
  void grownValue() {
    application.visit(session -> session.put("list", new ArrayList<>(List.of("a"))));
    RequestSession session = application.request();
    session.get("list", new ArrayList<String>()).add(FITTING);
    session.put("n", 1);
    store.calls();

    assertThatExceptionOfType(SessionTooLargeException.class).isThrownBy(session::save);
    assertThatExceptionOfType(SessionTooLargeException.class)
        .isThrownBy(() -> session.decide(false));

    assertThat(store.calls()).isEmpty();
    assertThat(stored().attributes()).isEqualTo(Map.of("list", "[\"a\"]"));
    session.reopen();
    session.get("list", new ArrayList<String>()).clear();
    assertThat(application.respond(session)).isPresent();
    assertThat(stored().attributes()).isEqualTo(Map.of("list", "[]", "n", "1"));
  }

  @Test
  @DisplayName("T12 A new session, a renewed one and one that replaces a deleted one are limited")
  void everyWrite() {
    List<String> grown = new ArrayList<>();
    RequestSession created = application.request();
    created.put("list", grown);
    application.visit(session -> session.put("n", 1));
    RequestSession renewed = application.request();
    renewed.renew();
    renewed.put("list", grown);
    RequestSession replaced = application.request();
    replaced.delete();
    replaced.put("list", grown);
    grown.add(FITTING);
    store.calls();

    for (RequestSession session : List.of(created, renewed, replaced)) {
      assertThatExceptionOfType(SessionTooLargeException.class)
          .isThrownBy(() -> session.decide(false));
    }

    assertThat(store.calls()).as("the session to be replaced stays").isEmpty();
    assertThat(application.request()).isEqualTo(Map.of("n", 1));
  }

  @Test
  @DisplayName(
      "T12 A session beyond a lowered limit is read and prolonged, may shrink and not grow")
  void loweredLimit() {
    application.visit(session -> session.putAll(Map.of("text", FITTING.substring(10), "n", 1)));
    application.deployWith(new ExpirationPolicy(Duration.ofDays(10), true, true, null));
    application.deployWith(store, 50);
    application.clock.advance(Duration.ofDays(2));

    assertThat(application.visit(session -> assertThat(session).hasSize(2))).isPresent();
    assertThat(application.visit(session -> session.put("n", 2))).as("the same size").isPresent();
    assertThatExceptionOfType(SessionTooLargeException.class)
        .isThrownBy(() -> application.request().put("n", 22));
    assertThat(application.visit(session -> session.put("text", FITTING.substring(20))))
        .isPresent();
    assertThat(application.visit(session -> session.remove("n"))).isPresent();
    assertThatExceptionOfType(SessionTooLargeException.class)
        .isThrownBy(() -> application.request().put("n", 2));
    assertThat(application.visit(session -> session.put("text", "short"))).isPresent();
    assertThat(application.request()).isEqualTo(Map.of("text", "short"));
  }
}
