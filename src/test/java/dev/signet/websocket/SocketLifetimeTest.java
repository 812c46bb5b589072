package dev.signet.websocket;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import dev.signet.Session;
import dev.signet.core.ExpirationPolicy;
import dev.signet.core.RequestSession;
import dev.signet.core.SessionLifecycle;
import dev.signet.core.StorePersistence;
import dev.signet.http.SameSite;
import dev.signet.http.SecurePolicy;
import dev.signet.http.SetCookie;
import dev.signet.seal.Seal;
import dev.signet.seal.SessionKey;
import dev.signet.store.memory.MemoryStore;
import dev.signet.testing.MutableClock;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A socket whose session lives in a store for longer than the token of its handshake. */
class SocketLifetimeTest {

  private static final Duration MAX_AGE = Duration.ofHours(1);
  private static final SessionKey KEY = new SessionKey("k7Qm2vXw9qTz0bH4rYcE5nLs8dPfJ1gA6uWi3oRt");

  private final MutableClock clock = new MutableClock(Instant.parse("2026-11-21T08:00:00Z"));
  private final MemoryStore store = new MemoryStore(10, clock);
  private @Nullable String cookie;

  private SessionLifecycle lifecycle(@Nullable Duration absoluteTimeout) {
    Seal seal = Seal.signing(List.of(KEY), "session");
    return new SessionLifecycle(
        () -> seal,
        new StorePersistence(store, 1_000_000, new SecureRandom(), event -> {}),
        new SetCookie("session", "/", null, true, SameSite.LAX, false),
        SecurePolicy.AUTO,
        new ExpirationPolicy(MAX_AGE, true, false, absoluteTimeout),
        clock,
        event -> {});
  }

  /** Makes a request of the page, whose browser stores the cookie. */
  private void page(SessionLifecycle lifecycle, Consumer<Session> resource) {
    RequestSession session = lifecycle.begin(() -> cookie, () -> false);
    resource.accept(session);
    session.commit().ifPresent(header -> cookie = header.split(";", 2)[0]);
  }

  private HandshakeSession open(SessionLifecycle lifecycle, boolean used) {
    page(lifecycle, session -> session.put("a", 0));
    var handshake = new HandshakeSession(lifecycle, cookie, false);
    handshake.answer(session -> assertThat(used && session.isEmpty()).isFalse());
    return handshake;
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  @DisplayName("N1 A socket saves for as long as requests of the page prolong the session")
  void prolongedByThePage(boolean used) {
    SessionLifecycle lifecycle = lifecycle(null);
    HandshakeSession handshake = open(lifecycle, used);

    for (int hour = 1; hour < 50; hour++) {
      clock.advance(MAX_AGE.minusSeconds(1));
      int now = hour;
      page(lifecycle, session -> session.put("page", now));
      Session socket = handshake.session();
      assertThat(socket).containsEntry("page", now).containsEntry("a", hour - 1);
      assertThat(socket.expiresAt()).contains(clock.instant().plus(MAX_AGE));
      socket.put("a", hour);
      socket.save();
    }
  }

  @Test
  @DisplayName("N1 A socket saves for as long as it prolongs the session itself, also for the page")
  void prolongedByTheSocket() {
    SessionLifecycle lifecycle = lifecycle(null);
    HandshakeSession handshake = open(lifecycle, true);

    for (int hour = 1; hour < 50; hour++) {
      clock.advance(MAX_AGE.minusSeconds(1));
      Session socket = handshake.session();
      socket.put("a", hour);
      socket.save();
      assertThat(socket.expiresAt()).contains(clock.instant().plus(MAX_AGE));
    }
  }

  @Test
  @DisplayName("N1 A session that nothing prolongs ends for its socket at its exact second")
  void ended() {
    HandshakeSession handshake = open(lifecycle(null), true);
    clock.advance(MAX_AGE.minusSeconds(1));
    Session socket = handshake.session();
    assertThat(socket).containsEntry("a", 0);
    clock.advance(Duration.ofSeconds(1));

    Session ended = handshake.session();
    assertThat(ended.isNew()).isTrue();
    assertThat(ended).isEmpty();
    ended.put("a", 1);
    assertThatIllegalStateException().isThrownBy(ended::save).withMessageContaining("has ended");
    socket.put("a", 1);
    assertThatIllegalStateException().isThrownBy(socket::save).withMessageContaining("has ended");
  }

  @Test
  @DisplayName("N1 C11 The absolute timeout ends a session for its socket, whatever prolongs it")
  void absoluteTimeout() {
    SessionLifecycle lifecycle = lifecycle(MAX_AGE.multipliedBy(3));
    HandshakeSession handshake = open(lifecycle, true);
    for (int i = 0; i < 5; i++) {
      clock.advance(MAX_AGE.dividedBy(2));
      Session socket = handshake.session();
      socket.put("a", i);
      socket.save();
    }
    assertThat(handshake.session().expiresAt())
        .contains(clock.instant().plus(MAX_AGE.dividedBy(2)));
    clock.advance(MAX_AGE.dividedBy(2));

    assertThat(handshake.session().isNew()).isTrue();
  }

  @Test
  @DisplayName("N1 T8 A session that was deleted or renewed has ended for its socket")
  void deletedOrRenewed() {
    SessionLifecycle lifecycle = lifecycle(null);
    for (Consumer<Session> end :
        List.<Consumer<Session>>of(Session::delete, Session::renew, Session::clear)) {
      cookie = null;
      HandshakeSession handshake = open(lifecycle, true);
      clock.advance(MAX_AGE.minusSeconds(1));
      page(lifecycle, session -> session.put("page", 1));
      clock.advance(MAX_AGE.minusSeconds(1));
      assertThat(handshake.session()).containsKey("page");
      page(lifecycle, end);

      assertThat(handshake.session().isNew()).isTrue();
    }
  }
}
