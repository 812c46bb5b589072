package dev.signet.core;

import static java.util.Objects.requireNonNull;

import dev.signet.Session;
import dev.signet.SessionException;
import jakarta.ws.rs.core.GenericType;
import java.lang.reflect.Type;
import java.time.Instant;
import java.util.AbstractMap;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The session of one request, from its first touch to the one decision what the response says of
 * it. Not safe for use by two threads at the same time; it may pass from one to another.
 */
public final class RequestSession extends AbstractMap<String, Object> implements Session {

  /** The library's own attribute: the secret of CSRF tokens. {@link #renew} makes another. */
  public static final String CSRF_SECRET = "signet.csrf";

  private final SessionLifecycle lifecycle;
  private final Supplier<@Nullable String> cookieHeader;
  private final BooleanSupplier requestIsSecure;

  private @Nullable Attributes attributes;
  private @Nullable SessionCommit life;
  private boolean looking;
  private final ResponseDecision decision = new ResponseDecision();

  RequestSession(
      SessionLifecycle lifecycle,
      Supplier<@Nullable String> cookieHeader,
      BooleanSupplier requestIsSecure) {
    this.lifecycle = lifecycle;
    this.cookieHeader = cookieHeader;
    this.requestIsSecure = requestIsSecure;
  }

  /** Everything that needs the session comes through here; the first time it is looked for. */
  private Attributes content() {
    if (attributes == null) {
      if (decision.isMade()) {
        throw new IllegalStateException(
            "The session was not touched before the response was decided, so the response cannot"
                + " say that it depends on the cookie. Touch the session before you return the"
                + " response, for instance by reading what the stream will need.");
      }
      Opening found = look();
      life = new SessionCommit(lifecycle, found, requestIsSecure);
      attributes = new Attributes(lifecycle.json(), found.attributes());
    }
    return attributes;
  }

  private Opening look() {
    if (looking) {
      throw new IllegalStateException(
          "The session is just being looked for, and cannot be touched by an observer of what is"
              + " found. Observe SessionEvent without touching the session.");
    }
    looking = true;
    try {
      return lifecycle.open(cookieHeader.get());
    } finally {
      looking = false;
    }
  }

  private SessionCommit life() {
    content();
    return requireNonNull(life);
  }

  private Attributes changeable() {
    if (decision.isHandedOver()) {
      throw new IllegalStateException(
          "The session cannot be changed any more: its cookie was handed over, by"
              + " SessionManager.save or with the answer to a WebSocket's handshake. Change it"
              + " before that, in a WebSocket by overriding SessionConfigurator.onHandshake; with"
              + " session.store other than cookie, a socket's session is changed and saved at any"
              + " time, but not begun.");
    }
    if (decision.isMade()) {
      throw new IllegalStateException(
          "The session cannot be changed any more: the response has been decided, its headers may"
              + " be on their way. Change the session before you return the response or resume it,"
              + " not in a StreamingOutput or behind it.");
    }
    return content();
  }

  @Override
  public int size() {
    return content().size();
  }

  @Override
  public boolean containsKey(@Nullable Object key) {
    return content().containsKey(key);
  }

  @Override
  public @Nullable Object get(@Nullable Object key) {
    return content().get(key);
  }

  @Override
  @SuppressWarnings("unchecked") // the attribute is read as this very type
  public <T> @Nullable T get(String key, Class<T> type) {
    return (T) content().get(requireNonNull(key), (Type) type);
  }

  @Override
  @SuppressWarnings("unchecked") // the attribute is read as this very type
  public <T> @Nullable T get(String key, GenericType<T> type) {
    return (T) content().get(requireNonNull(key), type.getType());
  }

  @Override
  @SuppressWarnings("unchecked") // the type is the fallback's, or an interface of it
  public <T> T get(String key, T fallback) {
    Object value =
        content().get(requireNonNull(key), DefaultValueType.of(requireNonNull(fallback)));
    if (value != null && DefaultValueType.isMoreThan(value, fallback)) {
      value = content().get(key, (Type) fallback.getClass());
    }
    return value == null ? fallback : (T) value;
  }

  @Override
  public @Nullable Object put(String key, @Nullable Object value) {
    Attributes all = changeable();
    Attribute before = all.find(requireNonNull(key));
    Attribute attribute = all.attribute(key, value, before);
    if (attribute == null) {
      return remove(key);
    }
    int length = all.lengthWith(key, attribute, before);
    if (!lifecycle.hasRoomFor(length)) {
      life().requireRoom(all.textsWith(key, attribute));
    }
    Object valueBefore = all.value(key, before);
    all.set(key, attribute, length);
    return valueBefore;
  }

  @Override
  public @Nullable Object remove(@Nullable Object key) {
    Attributes all = changeable();
    Object before = all.get(key);
    if (before != null) {
      all.remove((String) requireNonNull(key));
    }
    return before;
  }

  @Override
  public void clear() {
    changeable().clear();
    life().clear();
  }

  /** As a map's own, but without turning the exception of a decided session into another. */
  @Override
  public void replaceAll(BiFunction<? super String, ? super Object, ? extends Object> replacement) {
    for (Entry<String, Object> entry : entrySet()) {
      entry.setValue(replacement.apply(entry.getKey(), entry.getValue()));
    }
  }

  @Override
  public Set<Entry<String, Object>> entrySet() {
    return new EntrySet(this);
  }

  @Override
  public Collection<Object> values() {
    return new ValueCollection(this);
  }

  /** Returns the names as they are now. */
  List<String> names() {
    return content().names();
  }

  @Override
  public boolean isNew() {
    return life().isNew();
  }

  @Override
  public Instant createdAt() {
    return life().createdAt();
  }

  @Override
  public Optional<Instant> expiresAt() {
    return life().expiresAt();
  }

  @Override
  public void save() {
    Attributes all = changeable();
    if (all.size() > 0) {
      life().requireRoom(all.texts());
    }
    life().save();
  }

  @Override
  public void renew() {
    if (changeable().containsKey(CSRF_SECRET)) {
      put(CSRF_SECRET, lifecycle.csrfSecret()); // here, or responses at once would each make one
    }
    life().renew();
  }

  @Override
  public void delete() {
    changeable();
    attributes = new Attributes(lifecycle.json(), Map.of());
    life().delete();
  }

  /** Returns the name of the cookie it travels in. */
  public String cookieName() {
    return lifecycle.cookieName();
  }

  /** Tells whether somebody looked at the session, so that the response may depend on it. */
  public boolean isTouched() {
    return attributes != null;
  }

  /**
   * Decides what the response says of the session. Should it fail, the answer is that nothing is
   * sent; should another response take the place of this one, that is asked for anew.
   *
   * @param serverError whether the response is an error of the server, which saves nothing unless
   *     that was asked for
   * @return the {@code Set-Cookie} header; empty where none has to be sent
   * @throws SessionException if the session cannot be written
   */
  public Optional<String> decide(boolean serverError) {
    Attributes all = attributes;
    if (all == null || (serverError && !life().isSaveAsked())) {
      decision.makeWithoutAsking();
      return Optional.ofNullable(life).map(SessionCommit::done);
    }
    return decision.make(() -> life().setCookie(all));
  }

  /**
   * Takes the decision back: the response it was made for failed, another one will be made. What a
   * store on the server has done by then stays done, and the other response tells of it.
   */
  public void reopen() {
    decision.reopen();
  }

  /**
   * Decides once and for all, and leaves it to the caller to send that: nobody else will.
   *
   * @return the {@code Set-Cookie} header, the same each time; empty where none has to be sent
   * @throws SessionException if the session cannot be written
   */
  public Optional<String> handOver() {
    decision.handOver();
    return decide(false);
  }

  /** Tells whether somebody else sends what was decided. */
  public boolean isHandedOver() {
    return decision.isHandedOver();
  }

  /** Tells whether somebody looked at the session; shows nothing of it. */
  @Override
  public String toString() {
    return attributes == null ? "Session[untouched]" : "Session[touched]";
  }
}
