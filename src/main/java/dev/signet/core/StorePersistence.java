package dev.signet.core;

import static java.util.Objects.requireNonNull;

import dev.signet.SessionEvent;
import dev.signet.SessionStoreException;
import dev.signet.json.Claims;
import dev.signet.json.JsonCodec;
import dev.signet.json.RawJson;
import dev.signet.spi.SessionId;
import dev.signet.spi.SessionRecord;
import dev.signet.spi.SessionStore;
import dev.signet.spi.SessionUpdate;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The token has an id in it, and a store on the server the attributes. */
public final class StorePersistence implements SessionPersistence {

  private final SessionStore store;
  private final SecureRandom random;
  private final Consumer<SessionEvent> events;

  /**
   * @param store keeps them
   * @param random makes ids
   * @param events is told when the store fails; must not throw
   */
  public StorePersistence(SessionStore store, SecureRandom random, Consumer<SessionEvent> events) {
    this.store = store;
    this.random = random;
    this.events = events;
  }

  @Override
  public boolean travels() {
    return false;
  }

  @Override
  public boolean knows(Claims token) {
    return token.sessionId() != null && SessionId.isId(token.sessionId());
  }

  @Override
  public @Nullable Origin load(Claims token) {
    Optional<Origin> found =
        ask(
            () ->
                store.load(id(token)).map(stored -> new Origin(token.with(texts(stored)), stored)));
    return found.orElse(null);
  }

  private static Map<String, RawJson> texts(SessionRecord stored) {
    Map<String, RawJson> texts = new LinkedHashMap<>();
    stored
        .attributes()
        .forEach(
            (name, content) -> {
              RawJson text = RawJson.of(content);
              if (!JsonCodec.isNull(text)) {
                texts.put(name, text);
              }
            });
    return texts;
  }

  @Override
  public @Nullable Origin keep(
      @Nullable Origin origin,
      Claims now,
      Map<String, @Nullable RawJson> changes,
      boolean renewed) {
    Instant expiresAt = Instant.ofEpochSecond(now.expiresAt());
    if (origin == null) {
      SessionId id = SessionId.random(random);
      var stored = new SessionRecord(contents(now.attributes()), expiresAt);
      ask(
          () -> {
            store.create(id, stored);
            return true;
          });
      return new Origin(now.naming(id.value()), stored);
    }
    SessionRecord before = requireNonNull(origin.stored());
    SessionUpdate update = update(before, changes, expiresAt);
    SessionId id = id(origin.claims());
    SessionId next = renewed ? SessionId.random(random) : id;
    boolean there = ask(() -> renewed ? store.move(id, next, update) : store.update(id, update));
    return there ? new Origin(now.naming(next.value()), update.applyTo(before)) : null;
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

  private static Map<String, String> contents(Map<String, RawJson> texts) {
    Map<String, String> contents = new HashMap<>();
    texts.forEach((name, text) -> contents.put(name, text.content()));
    return contents;
  }

  @Override
  public void end(Origin origin) {
    ask(
        () -> {
          store.delete(id(origin.claims()));
          return true;
        });
  }

  private static SessionId id(Claims token) {
    return new SessionId(requireNonNull(token.sessionId()));
  }

  private <T> T ask(Supplier<T> question) {
    try {
      return question.get();
    } catch (SessionStoreException e) {
      events.accept(new SessionEvent.StoreFailed());
      throw e;
    } catch (RuntimeException e) {
      events.accept(new SessionEvent.StoreFailed());
      throw new SessionStoreException(
          "The session store failed with %s. A store answers or throws for failures of the system only; see its log."
              .formatted(e.getClass().getName()),
          e);
    }
  }
}
