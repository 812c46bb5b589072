package dev.signet.core;

import dev.signet.SessionEvent;
import dev.signet.SessionEvent.DestroyCause;
import dev.signet.SessionStoreException;
import dev.signet.SessionTooLargeException;
import dev.signet.json.RawJson;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * What became of a session in one request: where it came from, what was asked for, and what the
 * browser has to be told therefore. Not safe for use by two threads at the same time.
 */
final class SessionCommit {

  private final SessionLifecycle lifecycle;
  private final Opening opening;
  private final BooleanSupplier requestIsSecure;

  private @Nullable Origin origin;
  private @Nullable Origin ended;
  private long createdAt;
  private boolean saveAsked;
  private boolean renewAsked;
  private boolean deleted;
  private boolean cleared;

  /** Tells of what was done in a store on the server, which stays done. */
  private @Nullable String done;

  private @Nullable SessionEvent told;

  SessionCommit(SessionLifecycle lifecycle, Opening opening, BooleanSupplier requestIsSecure) {
    this.lifecycle = lifecycle;
    this.opening = opening;
    this.requestIsSecure = requestIsSecure;
    this.origin = opening.origin();
    this.createdAt = opening.createdAt();
  }

  boolean isNew() {
    return origin == null;
  }

  Instant createdAt() {
    return Instant.ofEpochSecond(createdAt);
  }

  Optional<Instant> expiresAt() {
    return Optional.ofNullable(origin)
        .map(Origin::claims)
        .map(lifecycle::expiry)
        .map(Instant::ofEpochSecond);
  }

  void save() {
    saveAsked = true;
  }

  /** Tells whether it has to be saved though nothing changed, or the server failed. */
  boolean isSaveAsked() {
    return saveAsked;
  }

  /** Returns what the browser has to be told whatever the response is; null for nothing. */
  @Nullable String done() {
    return done;
  }

  /** Unlike one that lost its attributes one by one, a session that was cleared has ended. */
  void clear() {
    cleared = true;
  }

  void renew() {
    renewAsked = true;
  }

  /** From here on it is another session. */
  void delete() {
    ended = ended == null ? origin : ended;
    origin = null;
    createdAt = lifecycle.now();
    deleted = true;
    saveAsked = false;
    renewAsked = false;
  }

  /**
   * Refuses what cannot be kept, before anything is changed.
   *
   * @throws SessionTooLargeException if browsers would not keep it
   */
  void requireRoom(Map<String, RawJson> texts) {
    lifecycle.requireRoom(content(texts, Map.of()), requestIsSecure.getAsBoolean());
  }

  private SessionState content(Map<String, RawJson> texts, Map<String, @Nullable RawJson> changes) {
    return new SessionState(origin, createdAt, texts, changes, renewAsked);
  }

  /**
   * Keeps or ends the session, if it has to be.
   *
   * @return the {@code Set-Cookie} header; null where the browser has nothing to learn
   */
  @Nullable String setCookie(Attributes all) {
    String header = change(all);
    if (header != null && !lifecycle.travels()) {
      done = header;
    }
    return header == null ? done : header;
  }

  private @Nullable String change(Attributes all) {
    Map<String, RawJson> texts = all.texts();
    Map<String, @Nullable RawJson> changes = all.changes(texts);
    boolean changed = saveAsked || renewAsked || !changes.isEmpty();
    if (texts.isEmpty()) {
      return changed || deleted ? empty(all, changes) : null;
    }
    if (ended != null) {
      requireRoom(texts);
      end(ended, DestroyCause.DELETED);
    }
    if (changed) {
      return keep(all, content(texts, changes));
    }
    return lifecycle.isDue(opening) ? keepIfPossible(all, content(texts, changes)) : null;
  }

  /** What others put meanwhile into a session that lost its attributes one by one stays theirs. */
  private @Nullable String empty(Attributes all, Map<String, @Nullable RawJson> changes) {
    if (deleted && ended != null) {
      return end(ended, DestroyCause.DELETED);
    }
    if (origin == null) {
      return deleted && opening.presented() ? end(null, DestroyCause.DELETED) : null;
    }
    if (!deleted && !cleared && !lifecycle.travels()) {
      renewAsked = false;
      String over = keep(all, content(Map.of(), changes));
      if (over != null && origin == null) {
        return over;
      }
      if (over != null) {
        tell(new SessionEvent.Destroyed(DestroyCause.EMPTIED));
      }
      return lifecycle.expire(requestIsSecure.getAsBoolean());
    }
    String header = end(origin, deleted ? DestroyCause.DELETED : DestroyCause.EMPTIED);
    if (!lifecycle.travels()) {
      origin = null;
      all.keptAs(Map.of());
    }
    return header;
  }

  private String end(@Nullable Origin over, DestroyCause how) {
    String header = lifecycle.end(over, requestIsSecure.getAsBoolean());
    if (over != null) {
      tell(new SessionEvent.Destroyed(how));
    }
    ended = null;
    return header;
  }

  /** A response in the cookie that is decided anew is no second event. */
  private void tell(@Nullable SessionEvent event) {
    if (event != null && !(lifecycle.travels() && event.equals(told))) {
      told = event;
      lifecycle.tell(event);
    }
  }

  private @Nullable String keep(Attributes all, SessionState content) {
    Kept kept = lifecycle.keep(content, requestIsSecure.getAsBoolean());
    if (kept == null) {
      return null;
    }
    tell(kept.news());
    if (!lifecycle.travels()) {
      origin = kept.origin();
      renewAsked = false;
      saveAsked = false;
      all.keptAs(content.texts());
    }
    return kept.header();
  }

  /** Nobody asked for it, so nobody is told where it cannot be; what there is stays valid. */
  private @Nullable String keepIfPossible(Attributes all, SessionState content) {
    try {
      return keep(all, content);
    } catch (SessionTooLargeException | SessionStoreException e) {
      return null;
    }
  }
}
