package dev.signet.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.signet.SessionAttributeException;
import dev.signet.SessionEvent;
import dev.signet.spi.SessionId;
import dev.signet.spi.SessionRecord;
import dev.signet.spi.SessionStore;
import dev.signet.spi.SessionUpdate;
import dev.signet.store.memory.MemoryStore;
import java.time.DayOfWeek;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A store that holds what Signet did not write, or what an older version wrote. */
class UnreadableAttributeTest {

  private final TestApplication site = new TestApplication();
  private final DamagingStore store = new DamagingStore(site);

  /** A store in memory whose attribute "bad" is another text than was written. */
  private static final class DamagingStore implements SessionStore {
    private final MemoryStore memory;
    private String text = "nope";

    DamagingStore(TestApplication site) {
      memory = new MemoryStore(10, site.clock);
    }

    @Override
    public Optional<SessionRecord> load(SessionId id) {
      return memory.load(id).map(this::damaged);
    }

    private SessionRecord damaged(SessionRecord stored) {
      var attributes = new HashMap<>(stored.attributes());
      attributes.computeIfPresent("bad", (name, old) -> old.equals("1") ? text : old);
      return new SessionRecord(attributes, stored.expiresAt(), stored.version());
    }

    @Override
    public void create(SessionId id, SessionRecord session) {
      memory.create(id, session);
    }

    @Override
    public boolean update(SessionId id, SessionUpdate update) {
      return memory.update(id, update);
    }

    @Override
    public boolean move(SessionId id, SessionId next, SessionUpdate update) {
      return memory.move(id, next, update);
    }

    @Override
    public boolean delete(SessionId id) {
      return memory.delete(id);
    }
  }

  @BeforeEach
  void earlier() {
    site.deployWith(store);
    site.visit(
        session -> {
          session.put("good", List.of("a"));
          session.put("bad", 1);
        });
  }

  @ParameterizedTest
  @ValueSource(strings = {"nope", "", "{\"a\":1}}", "\"a\"garbage", "[", "0123", "NaN", "nul"})
  @DisplayName("V3 One unreadable attribute harms no other, and can be replaced")
  void unreadableAttributeCanBeReplaced(String text) {
    store.text = text;
    RequestSession session = site.request();

    assertThatExceptionOfType(SessionAttributeException.class)
        .isThrownBy(() -> session.get("bad"))
        .withMessageContaining("'bad'");
    assertThat(session.get("good")).isEqualTo(List.of("a"));
    assertThat(session.size()).isEqualTo(2);
    assertThat(session.put("good", List.of("b"))).isEqualTo(List.of("a"));
    assertThat(session.put("bad", 2)).isNull();
    assertThat(session.get("bad")).isEqualTo(2);
    site.respond(session);

    assertThat(site.request()).isEqualTo(Map.of("good", List.of("b"), "bad", 2));
  }

  @Test
  @DisplayName("V3 One unreadable attribute can be removed, also through the views of the map")
  void unreadableAttributeCanBeRemoved() {
    RequestSession session = site.request();
    assertThat(session.remove("bad")).isNull();
    assertThat(session.containsKey("bad")).isFalse();
    site.respond(session);
    assertThat(site.request()).isEqualTo(Map.of("good", List.of("a")));

    site.visit(again -> again.put("bad", 1));
    site.visit(again -> assertThat(again.keySet().remove("bad")).isTrue());
    assertThat(site.request()).isEqualTo(Map.of("good", List.of("a")));
  }

  @Test
  @DisplayName("V3 W1 An unreadable attribute that stays is kept as it is")
  void unreadableAttributeIsKept() {
    assertThat(site.visit(session -> session.get("good"))).isEmpty();
    site.visit(session -> session.put("good", 1));
    site.visit(session -> session.renew());

    assertThat(site.request().get("good")).isEqualTo(1);
    assertThatExceptionOfType(SessionAttributeException.class)
        .isThrownBy(() -> site.request().get("bad"));
  }

  @Test
  @DisplayName("V3 A constant that its enum no longer has harms no other attribute")
  void removedConstantHarmsNoOtherAttribute() {
    store.text = "\"HOLIDAY\"";
    RequestSession session = site.request();

    assertThatExceptionOfType(SessionAttributeException.class)
        .isThrownBy(() -> session.get("bad", DayOfWeek.class));
    assertThat(session.put("bad", DayOfWeek.MONDAY)).isEqualTo("HOLIDAY");
    site.respond(session);
    assertThat(site.request().get("bad", DayOfWeek.class)).isEqualTo(DayOfWeek.MONDAY);
  }

  @Test
  @DisplayName("V3 session.unreadable=absent treats an attribute that cannot be read as missing")
  void absent() {
    site.deployWithUnreadableAbsent();
    RequestSession session = site.request();
    assertThat(session.get("bad")).isNull();
    assertThat(session.get("bad", DayOfWeek.class)).isNull();
    assertThat(session.get("bad", DayOfWeek.MONDAY)).isEqualTo(DayOfWeek.MONDAY);
    assertThat(session.keySet()).doesNotContain("bad");
    assertThat(session.containsKey("bad")).isFalse();
    assertThat(session.size()).isEqualTo(session.keySet().size());
    assertThat(site.events).contains(new SessionEvent.AttributeUnreadable());
    assertThat(session.decide(false)).as("the attribute stays").isEmpty();

    RequestSession replaced = site.request();
    assertThat(replaced.putIfAbsent("bad", DayOfWeek.MONDAY)).isNull();
    assertThat(replaced.get("bad", DayOfWeek.class)).isEqualTo(DayOfWeek.MONDAY);
    assertThat(replaced.containsKey("bad")).isTrue();
  }
}
