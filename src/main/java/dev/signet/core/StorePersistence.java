package dev.signet.core;

import static java.util.Objects.requireNonNull;

import dev.signet.SessionEvent;
import dev.signet.SessionStoreException;
import dev.signet.json.Claims;
import dev.signet.json.RawJson;
import dev.signet.spi.SessionId;
import dev.signet.spi.SessionRecord;
import dev.signet.spi.SessionStore;
import dev.signet.spi.SessionUpdate;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Keeps the attributes in a store on the server; the token carries the id. */
public final class StorePersistence implements SessionPersistence {

  private final SessionStore store;
  private final SizeLimit sizeLimit;
  private final RecordFormat format = new RecordFormat();
  private final SecureRandom random;
  private final Consumer<SessionEvent> events;

  /**
   * @param store keeps the attributes
   * @param maxSize the largest number of bytes that the attributes may have as one JSON object
   * @param random generates ids
   * @param events receives an event if the store fails; must not throw
   */
  public StorePersistence(
      SessionStore store, int maxSize, SecureRandom random, Consumer<SessionEvent> events) {
    this.store = store;
    this.sizeLimit = new SizeLimit(maxSize);
    this.random = random;
    this.events = events;
  }

  @Override
  public SizeLimit sizeLimit() {
    return sizeLimit;
  }

  @Override
  public boolean writesAtOnce() {
    return true;
  }

  @Override
  public boolean needsId() {
    return true;
  }

  @Override
  public String newId(LoadedSession replaced) {
    Claims claims = replaced.claims();
    return (claims == null ? SessionId.random(random) : id(claims).next(random)).value();
  }

  @Override
  public boolean accepts(Claims token) {
    return token.sessionId() != null && SessionId.isId(token.sessionId());
  }

  @Override
  public @Nullable LoadedSession load(Claims claims, String token, boolean needsReseal, long now) {
    SessionRecord stored = call(() -> store.load(id(claims))).orElse(null);
    if (stored == null) {
      return null;
    }
    Claims loaded = format.read(claims, stored);
    return loaded == null
        ? null
        : new LoadedSession(loaded, stored, token, true, needsReseal, null, now);
  }

  @Override
  public @Nullable LoadedSession save(
      LoadedSession base, Claims claims, Map<String, @Nullable RawJson> changes) {
    Instant expiresAt = Instant.ofEpochSecond(claims.expiresAt());
    SessionId id = new SessionId(requireNonNull(claims.tokenId()));
    if (base.claims() == null) {
      var created = new SessionRecord(RecordFormat.contents(claims), expiresAt);
      call(
          () -> {
            store.create(id, created);
            return true;
          });
      return LoadedSession.saved(claims.naming(id.value()), created);
    }
    SessionId current = id(base.claims());
    SessionRecord before = requireNonNull(base.stored());
    SessionUpdate update =
        update(before, RecordFormat.changes(changes, base.claims(), claims), expiresAt);
    boolean found =
        call(() -> id.equals(current) ? store.update(id, update) : store.move(current, id, update));
    return found ? LoadedSession.saved(claims.naming(id.value()), update.applyTo(before)) : null;
  }

  private static SessionUpdate update(
      SessionRecord base, Map<String, @Nullable RawJson> changes, Instant expiresAt) {
    Map<String, String> put = new HashMap<>();
    Set<String> removed = new HashSet<>();
    changes.forEach(
        (name, text) -> {
          if (text == null) {
            removed.add(name);
          } else {
            put.put(name, text.content());
          }
        });
    return new SessionUpdate(base, put, removed, expiresAt);
  }

  @Override
  public boolean delete(LoadedSession session) {
    return call(() -> store.delete(id(requireNonNull(session.claims()))));
  }

  @Override
  public boolean wasRenewed(Claims token) {
    return call(() -> store.wasMoved(id(token)));
  }

  private static SessionId id(Claims token) {
    return new SessionId(requireNonNull(token.sessionId()));
  }

  private <T> T call(Supplier<T> operation) {
    try {
      return operation.get();
    } catch (SessionStoreException e) {
      events.accept(new SessionEvent.StoreFailed());
      throw e;
    } catch (RuntimeException e) {
      events.accept(new SessionEvent.StoreFailed());
      throw new SessionStoreException(
          "The session store failed with %s. A store returns a result, or throws if its server fails; see its log."
              .formatted(e.getClass().getName()),
          e);
    }
  }
}
