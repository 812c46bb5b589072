package dev.signet.cdi;

import dev.signet.Caller;
import dev.signet.LogIn;
import dev.signet.Session;
import dev.signet.core.CurrentSession;
import dev.signet.core.RequestSession;
import jakarta.enterprise.inject.spi.CDI;
import jakarta.ws.rs.core.GenericType;
import java.io.ObjectStreamException;
import java.io.Serializable;
import java.net.URI;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/**
 * The injected session: it delegates to the session of the current request. It holds no state, so
 * it may be kept in beans of any scope and be serialized with them.
 */
public final class SessionProxy implements Session, Serializable {

  private static final long serialVersionUID = 1L;

  private final transient CurrentSession current;

  SessionProxy(CurrentSession current) {
    this.current = current;
  }

  /**
   * Returns the session of the current request.
   *
   * @throws IllegalStateException if there is none
   */
  public RequestSession live() {
    return current.get();
  }

  private Object writeReplace() throws ObjectStreamException {
    return new Serialized();
  }

  @Override
  public int size() {
    return live().size();
  }

  @Override
  public boolean isEmpty() {
    return live().isEmpty();
  }

  @Override
  public boolean containsKey(@Nullable Object key) {
    return live().containsKey(key);
  }

  @Override
  public boolean containsValue(@Nullable Object value) {
    return live().containsValue(value);
  }

  @Override
  public @Nullable Object get(@Nullable Object key) {
    return live().get(key);
  }

  @Override
  public <T> @Nullable T get(String key, Class<T> type) {
    return live().get(key, type);
  }

  @Override
  public <T> @Nullable T get(String key, GenericType<T> type) {
    return live().get(key, type);
  }

  @Override
  public <T> T get(String key, T fallback) {
    return live().get(key, fallback);
  }

  @Override
  public @Nullable Object put(String key, @Nullable Object value) {
    return live().put(key, value);
  }

  @Override
  public void putAll(Map<? extends String, ? extends Object> values) {
    live().putAll(values);
  }

  @Override
  public @Nullable Object remove(@Nullable Object key) {
    return live().remove(key);
  }

  @Override
  public void clear() {
    live().clear();
  }

  @Override
  public void replaceAll(BiFunction<? super String, ? super Object, ? extends Object> replacement) {
    live().replaceAll(replacement);
  }

  @Override
  public Set<String> keySet() {
    return live().keySet();
  }

  @Override
  public Collection<Object> values() {
    return live().values();
  }

  @Override
  public Set<Entry<String, Object>> entrySet() {
    return live().entrySet();
  }

  @Override
  public void flash(String name, @Nullable Object value) {
    live().flash(name, value);
  }

  @Override
  public <T> @Nullable T flash(String name, Class<T> type) {
    return live().flash(name, type);
  }

  @Override
  public <T> @Nullable T flash(String name, GenericType<T> type) {
    return live().flash(name, type);
  }

  @Override
  public @Nullable Object flash(String name) {
    return live().flash(name);
  }

  @Override
  public boolean isNew() {
    return live().isNew();
  }

  @Override
  public Instant createdAt() {
    return live().createdAt();
  }

  @Override
  public Optional<Instant> expiresAt() {
    return live().expiresAt();
  }

  @Override
  public void save() {
    live().save();
  }

  @Override
  public void renew() {
    live().renew();
  }

  @Override
  public void delete() {
    live().delete();
  }

  @Override
  public void logIn(String name, Set<String> roles) {
    live().logIn(name, roles);
  }

  @Override
  public void logIn(LogIn logIn) {
    live().logIn(logIn);
  }

  @Override
  public Optional<Caller> caller() {
    return live().caller();
  }

  @Override
  public void confirm() {
    live().confirm();
  }

  @Override
  public Optional<URI> requestedPage() {
    return live().requestedPage();
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return this == other || live().equals(other);
  }

  @Override
  public int hashCode() {
    return live().hashCode();
  }

  /** Returns a constant; does not access the session, and works without a request. */
  @Override
  public String toString() {
    return "Session[of the current request]";
  }

  /**
   * The serialized form, without content. It is read as the injected session of the application
   * that reads it.
   */
  private record Serialized() implements Serializable {

    private Object readResolve() throws ObjectStreamException {
      return CDI.current().select(Session.class).get();
    }
  }
}
