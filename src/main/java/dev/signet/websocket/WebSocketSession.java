package dev.signet.websocket;

import dev.signet.Caller;
import dev.signet.LogIn;
import dev.signet.Session;
import dev.signet.core.RequestSession;
import jakarta.ws.rs.core.GenericType;
import java.net.URI;
import java.time.Instant;
import java.util.AbstractMap;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A session in a store, which can be saved without a response. Not thread-safe. */
final class WebSocketSession extends AbstractMap<String, Object> implements Session {

  private final HandshakeSession handshake;
  private RequestSession live;

  WebSocketSession(HandshakeSession handshake) {
    this.handshake = handshake;
    this.live = handshake.again();
  }

  /** Writes to the store at once. Later reads return the state in the store then. */
  @Override
  public void save() {
    if (live.isNew()) {
      throw new IllegalStateException(
          "The session of this socket has ended, and a new one would need a cookie. Close the"
              + " socket, so that the page connects again.");
    }
    live.save();
    RequestSession saved = live;
    boolean hasContent = live.hasContent();
    if (write().isEmpty() || (hasContent && saved.isNew())) {
      throw new IllegalStateException(
          "The session of this socket has ended since it was read; nothing was saved. Close the"
              + " socket, so that the page connects again.");
    }
  }

  @Override
  public void delete() {
    live.delete();
    write();
  }

  private Optional<String> write() {
    try {
      Optional<String> cookie = live.decide(false);
      live = handshake.again();
      return cookie;
    } catch (RuntimeException e) {
      live.reopen(); // so that it can be tried again
      throw e;
    }
  }

  @Override
  public void renew() {
    throw new IllegalStateException(
        "The session of a socket cannot be renewed: the new token could not reach the browser."
            + " Renew it in a request of Jakarta REST, and let the page connect again.");
  }

  @Override
  public void logIn(String name, Set<String> roles) {
    logIn(LogIn.of(name));
  }

  @Override
  public void logIn(LogIn logIn) {
    throw new IllegalStateException(
        "A user cannot log in through a socket: the new token could not reach the browser. Log"
            + " them in with a request of Jakarta REST, and let the page connect again.");
  }

  @Override
  public Optional<Caller> caller() {
    return live.caller();
  }

  @Override
  public void confirm() {
    renew();
  }

  @Override
  public Optional<URI> requestedPage() {
    return live.requestedPage();
  }

  @Override
  public int size() {
    return live.size();
  }

  @Override
  public boolean containsKey(@Nullable Object key) {
    return live.containsKey(key);
  }

  @Override
  public @Nullable Object get(@Nullable Object key) {
    return live.get(key);
  }

  @Override
  public <T> @Nullable T get(String key, Class<T> type) {
    return live.get(key, type);
  }

  @Override
  public <T> @Nullable T get(String key, GenericType<T> type) {
    return live.get(key, type);
  }

  @Override
  public <T> T get(String key, T fallback) {
    return live.get(key, fallback);
  }

  @Override
  public @Nullable Object put(String key, @Nullable Object value) {
    return live.put(key, value);
  }

  @Override
  public @Nullable Object remove(@Nullable Object key) {
    return live.remove(key);
  }

  @Override
  public void clear() {
    live.clear();
  }

  @Override
  public Set<Entry<String, Object>> entrySet() {
    return live.entrySet();
  }

  @Override
  public void flash(String name, @Nullable Object value) {
    live.flash(name, value);
  }

  @Override
  public <T> @Nullable T flash(String name, Class<T> type) {
    return live.flash(name, type);
  }

  @Override
  public <T> @Nullable T flash(String name, GenericType<T> type) {
    return live.flash(name, type);
  }

  @Override
  public @Nullable Object flash(String name) {
    return live.flash(name);
  }

  @Override
  public boolean isNew() {
    return live.isNew();
  }

  @Override
  public Instant createdAt() {
    return live.createdAt();
  }

  @Override
  public Optional<Instant> expiresAt() {
    return live.expiresAt();
  }

  /** Returns a constant; does not access the session. */
  @Override
  public String toString() {
    return "Session[of a socket]";
  }
}
