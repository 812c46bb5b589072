package dev.signet.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.cfg.EnumFeature;
import dev.signet.LogIn;
import dev.signet.Session;
import dev.signet.SessionAttributeException;
import dev.signet.SessionStoreException;
import dev.signet.SessionTooLargeException;
import dev.signet.demo.examples.Basket;
import dev.signet.json.JsonMapperCustomizer;
import dev.signet.spi.SessionId;
import dev.signet.spi.SessionRecord;
import dev.signet.spi.SessionStore;
import dev.signet.spi.SessionUpdate;
import dev.signet.store.memory.MemoryStore;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Cookies made and read without a request. */
class TestSessionsTest {

  private static final String SECRET = "kit-5Vb8Nq2Xw7Lr4Ty9Hc1Jz6Gd3Mf0PsKa";
  private static final Map<String, Object> ADA = Map.of("user", 7, "roles", List.of("clerk"));

  private final MutableClock clock = new MutableClock(Instant.parse("2026-11-21T08:00:00Z"));

  private TestSessions sessions(boolean encrypted) {
    return (encrypted ? TestSessions.encryptedWith(SECRET) : TestSessions.signedWith(SECRET))
        .at(clock);
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  @DisplayName("N4 a created cookie is read from a Cookie or Set-Cookie header")
  void readBack(boolean encrypted) {
    TestSessions sessions = sessions(encrypted);
    String cookie = sessions.cookie(ADA);
    assertThat(cookie).startsWith("session=").doesNotContain(";");
    assertThat(cookie.chars().filter(c -> c == '.')).hasSize(encrypted ? 4 : 2);
    for (String header :
        List.of(cookie, "a=b; " + cookie + "; c=d", cookie + "; Max-Age=9; Path=/; HttpOnly")) {
      assertThat(sessions.read(header)).isEqualTo(ADA);
    }
    var session = sessions.read(cookie);
    assertThat(session.isNew()).isFalse();
    assertThat(session.createdAt()).isEqualTo(clock.instant());
    assertThat(session.expiresAt()).contains(clock.instant().plus(Duration.ofDays(14)));
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  @DisplayName("N4 L9 a cookie is created with a session bean, and the bean is read from one")
  void sessionBean(boolean encrypted) {
    TestSessions sessions = sessions(encrypted);

    Basket basket = new Basket();
    basket.add("egg");
    String cookie = sessions.cookie(Map.of("basket", basket));
    assertEquals(List.of("egg"), sessions.read(cookie).get("basket", new Basket()).items());
  }

  @Test
  @DisplayName("N4 an aged cookie has an earlier beginning and end")
  void aged() {
    TestSessions sessions = sessions(false);
    var session = sessions.read(sessions.aged(Duration.ofDays(13)).cookie(ADA));
    assertThat(session.createdAt()).isEqualTo(clock.instant().minus(Duration.ofDays(13)));
    assertThat(session.expiresAt()).contains(clock.instant().plus(Duration.ofDays(1)));
    for (long days : new long[] {14, -1}) {
      assertThat(sessions.read(sessions.aged(Duration.ofDays(days)).cookie(ADA)).isNew()).isTrue();
    }
    var hour = sessions.lasting(Duration.ofHours(1));
    String cookie = hour.cookie(ADA);
    clock.advance(Duration.ofHours(1));
    assertThat(hour.read(cookie)).isEmpty();
  }

  @Test
  @DisplayName("N4 a cookie older than its lifetime has expired at any age")
  void olderThanItLasts() {
    TestSessions hour = sessions(false).lasting(Duration.ofHours(1));
    for (var age : List.of(Duration.ofHours(1), Duration.ofDays(15), Duration.ofDays(36_500))) {
      assertThat(hour.read(hour.aged(age).cookie(ADA)).isNew()).isTrue();
    }
    var second = sessions(false).lasting(Duration.ofSeconds(1));
    assertThat(second.read(second.cookie(ADA))).isEqualTo(ADA);
    var longest = sessions(false).lasting(Duration.ofDays(400));
    assertThat(longest.read(longest.aged(Duration.ofDays(399)).cookie(ADA))).isEqualTo(ADA);
  }

  @Test
  @DisplayName("N4 a cookie of the next minute is valid because clocks may differ")
  void notYet() {
    TestSessions sessions = sessions(false);
    assertThat(sessions.read(sessions.aged(Duration.ofMinutes(-1)).cookie(ADA))).isEqualTo(ADA);
    assertThat(sessions.read(sessions.aged(Duration.ofSeconds(-61)).cookie(ADA)).isNew()).isTrue();
  }

  @Test
  @DisplayName("N4 a session is read at the time of the call")
  void readNow() {
    TestSessions sessions = sessions(false);
    var session = sessions.read(sessions.cookie(ADA));
    clock.advance(Duration.ofDays(15));
    assertThat(session.isNew()).isFalse();
    assertThat(session).isEqualTo(ADA);
  }

  @ParameterizedTest
  @ValueSource(strings = {"PT0S", "PT-1S", "PT0.999S", "PT1.5S", "PT9600H1S", "P401D"})
  @DisplayName("N4 K1 a lifetime that the option refuses is refused")
  void lifetime(Duration time) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> sessions(false).lasting(time))
        .withMessageContainingAll(
            time.toString(), "whole seconds", "one second to 400 days", "Duration.ofDays(14)");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "a b;c=", "a=b", "a;b", "\"a\"", "a,b", "\u00E4", "a\r\nb"})
  @DisplayName("N4 K1 a name that the option refuses is refused")
  void name(String name) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> sessions(false).named(name))
        .withMessageContainingAll("token", "RFC 9110", "such as")
        .withMessageNotContainingAny("\r", "\n");
  }

  @Test
  @DisplayName("N4 K1 a name has 256 letters at most")
  void longName() {
    assertThatIllegalArgumentException().isThrownBy(() -> sessions(false).named("a".repeat(257)));
    assertThat(sessions(false).named("__Host-" + "a".repeat(249)).cookie(ADA)).contains("a=");
  }

  @Test
  @DisplayName("N4 values that a session refuses are refused here too")
  void content() {
    TestSessions sessions = sessions(false);
    assertThatExceptionOfType(SessionTooLargeException.class)
        .isThrownBy(() -> sessions.cookie(Map.of("a", "x".repeat(4096))));
    assertThatExceptionOfType(SessionAttributeException.class)
        .isThrownBy(() -> sessions.cookie(Map.of("a", new Object())));
  }

  @Test
  @DisplayName("N4 a failing store throws when a cookie is created or read")
  void storeFails() {
    TestSessions sessions = sessions(false).keptIn(new BrokenStore());
    String cookie = sessions(false).keptIn(new MemoryStore(10, clock)).cookie(ADA);
    assertThatExceptionOfType(SessionStoreException.class).isThrownBy(() -> sessions.cookie(ADA));
    assertThatExceptionOfType(SessionStoreException.class).isThrownBy(() -> sessions.read(cookie));
  }

  @Test
  @DisplayName("N4 R1 R4 a cookie of another key or name gives a new session")
  void others() {
    TestSessions sessions = sessions(false);
    String cookie = sessions.cookie(ADA);
    assertThat(TestSessions.signedWith(SECRET + "x").at(clock).read(cookie).isNew()).isTrue();
    TestSessions sid = sessions.named("sid");
    assertThat(sid.read(cookie.replace("session=", "sid=")).isNew()).isTrue();
    assertThat(sid.read(sid.cookie(ADA))).isEqualTo(ADA);
    assertThat(sessions.read("session=; Max-Age=0; Path=/").isNew()).isTrue();
  }

  @Test
  @DisplayName("N4 T1 with a store the cookie has an ID and the store has the content")
  void inAStore() {
    var store = new MemoryStore(10, clock);
    TestSessions sessions = sessions(false).keptIn(store);
    String cookie = sessions.cookie(ADA);
    assertThat(sessions.read(cookie)).isEqualTo(ADA);
    assertThat(sessions.keptIn(new MemoryStore(10, clock)).read(cookie)).isEmpty();
    assertThat(sessions(false).read(cookie)).isEmpty();
  }

  @Test
  @DisplayName("N4 K1 invalid arguments are refused without showing a secret")
  void faults() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> sessions(false).cookie(Map.of()))
        .withMessageContaining("without attributes");
    assertThatIllegalArgumentException().isThrownBy(() -> TestSessions.signedWith("short"));
    assertThat(sessions(true).named("sid")).hasToString("TestSessions[sid]");
  }

  /** A store whose server is gone. */
  private static final class BrokenStore implements SessionStore {

    private static SessionStoreException gone() {
      return new SessionStoreException("The store is gone.", null);
    }

    @Override
    public Optional<SessionRecord> load(SessionId id) {
      throw gone();
    }

    @Override
    public void create(SessionId id, SessionRecord session) {
      throw gone();
    }

    @Override
    public boolean update(SessionId id, SessionUpdate update) {
      throw gone();
    }

    @Override
    public boolean move(SessionId id, SessionId renewed, SessionUpdate update) {
      throw gone();
    }

    @Override
    public boolean delete(SessionId id) {
      throw gone();
    }
  }

  @Test
  @DisplayName("L1 N4 a session of a user who is logged in, with and without attributes")
  void loggedIn() {
    TestSessions sessions =
        TestSessions.signedWith(SECRET).loggedIn(LogIn.of("ada").roles("staff"));
    Session session = sessions.read(sessions.cookie(Map.of()));
    assertThat(session.caller()).isPresent();
    assertThat(session.caller().get().name()).isEqualTo("ada");
    assertThat(session.caller().get().hasRole("staff")).isTrue();
    assertThat(sessions.read(sessions.cookie(Map.of("a", 1))).get("a")).isEqualTo(1);
  }

  public record Holder(Locale.Category category) {}

  @Test
  @DisplayName("N4 V5 cookies hold attributes as the application's customizer writes them")
  void mappedBy() {
    JsonMapperCustomizer lowerCase =
        builder ->
            builder
                .enable(EnumFeature.WRITE_ENUMS_TO_LOWERCASE)
                .enable(MapperFeature.ACCEPT_CASE_INSENSITIVE_ENUMS);
    TestSessions adjusted = sessions(false).mappedBy(lowerCase);
    String cookie = adjusted.cookie(Map.of("holder", new Holder(Locale.Category.DISPLAY)));
    assertThat(adjusted.read(cookie).get("holder", Holder.class))
        .isEqualTo(new Holder(Locale.Category.DISPLAY));
    assertThat(sessions(false).read(cookie).get("holder")).isEqualTo(Map.of("category", "display"));
    assertThat(adjusted.aged(Duration.ofDays(1)).lasting(Duration.ofDays(2)).read(cookie))
        .hasSize(1);
  }
}
