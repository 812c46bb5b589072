package dev.signet.core;

import static java.util.Objects.requireNonNull;

import dev.signet.SessionEvent;
import dev.signet.SessionEvent.DestroyCause;
import dev.signet.SessionEvent.RejectionReason;
import dev.signet.SessionStoreException;
import dev.signet.SessionTooLargeException;
import dev.signet.json.Claims;
import dev.signet.json.RawJson;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * A loaded session, the changes that one request makes to it, and the commit of these changes: to
 * write the session, to end it, or to do nothing. Not thread-safe.
 */
final class SessionCommit {

  /** The action that a session requires. */
  private enum Status {
    UNMODIFIED,
    MODIFIED,
    /** It lost its last attribute. */
    EMPTIED,
    /** It was deleted, or cleared, and nothing was put into it afterwards. */
    ENDED
  }

  private final SessionLifecycle lifecycle;
  private final SessionPersistence persistence;
  private final BooleanSupplier requestIsSecure;

  private final LoadedSession loaded;

  /** The session that the changes apply to. */
  private LoadedSession base;

  /** The session that {@link #delete} was called for, until that is committed. */
  private @Nullable LoadedSession deleted;

  private Attributes attributes;
  private boolean saveRequested;
  private boolean renewRequested;
  private boolean refused;
  private @Nullable DestroyCause endRequested;
  private @Nullable String nextId;

  /** The header of a write that is final. */
  private @Nullable String committedHeader;

  private @Nullable SessionEvent published;

  SessionCommit(SessionLifecycle lifecycle, LoadedSession loaded, BooleanSupplier requestIsSecure) {
    this.lifecycle = lifecycle;
    this.persistence = lifecycle.persistence();
    this.loaded = loaded;
    this.base = loaded;
    this.requestIsSecure = requestIsSecure;
    this.attributes = new Attributes(lifecycle.json(), loaded.attributes());
  }

  Attributes attributes() {
    return attributes;
  }

  boolean isNew() {
    return !base.exists();
  }

  Instant createdAt() {
    return Instant.ofEpochSecond(base.createdAt());
  }

  Optional<Instant> expiresAt() {
    return Optional.ofNullable(base.claims())
        .map(lifecycle.expiration()::expiry)
        .map(Instant::ofEpochSecond);
  }

  /** Returns the id of the session that the request came with; null if it came with none. */
  @Nullable String loadedId() {
    return loaded.exists() ? loaded.id() : null;
  }

  /** Returns the id that the session has from this response on. */
  String id() {
    if (base.exists() && !renewRequested) {
      return base.id();
    }
    if (nextId == null) {
      nextId = persistence.newId(base);
    }
    return nextId;
  }

  /**
   * Puts an attribute.
   *
   * @return the value it had, or null; null as well if that cannot be read
   * @throws SessionTooLargeException if the session would not fit into the cookie; nothing changes
   */
  @Nullable Object put(String key, @Nullable Object value) {
    Attribute before = attributes.find(key);
    Attribute attribute = attributes.attribute(key, value, before);
    if (attribute == null) {
      return remove(key);
    }
    int length = attributes.lengthWith(key, attribute, before);
    if (persistence.fillsCookie() && !lifecycle.writer().isCertainToFit(length)) {
      checkSize(attributes.textsWith(key, attribute));
    }
    Object valueBefore = attributes.valueOrNull(key, before);
    attributes.set(key, attribute, length);
    return valueBefore;
  }

  /** Removes an attribute and returns its value; null if there is none or it cannot be read. */
  @Nullable Object remove(@Nullable Object key) {
    if (!(key instanceof String name) || !attributes.containsKey(name)) {
      return null;
    }
    Object before = attributes.valueOrNull(name, attributes.find(name));
    attributes.remove(name);
    return before;
  }

  void clear() {
    attributes.clear();
    if (endRequested == null) {
      endRequested = DestroyCause.EMPTIED;
    }
  }

  void save() {
    if (attributes.size() > 0) {
      checkSize(attributes.texts());
    }
    saveRequested = true;
  }

  boolean isSaveRequested() {
    return saveRequested;
  }

  void renew() {
    renewRequested = true;
    nextId = null;
  }

  /** Deletes the session. Attributes that are put afterwards belong to another session. */
  void delete() {
    if (deleted == null && base.exists()) {
      deleted = base;
    }
    base = LoadedSession.none(base.cookiePresent(), lifecycle.now());
    attributes = new Attributes(lifecycle.json(), Map.of());
    endRequested = DestroyCause.DELETED;
    saveRequested = false;
    renewRequested = false;
    nextId = null;
  }

  /**
   * Discards every change that was made since the session was loaded; it is not refreshed either.
   */
  void discard() {
    refused = true;
    base = deleted == null ? base : deleted;
    deleted = null;
    attributes = new Attributes(lifecycle.json(), base.attributes());
    endRequested = null;
    saveRequested = false;
    renewRequested = false;
    nextId = null;
  }

  /** Returns the header that has to be sent whatever the response is; null for none. */
  @Nullable String committedHeader() {
    return committedHeader;
  }

  /**
   * Writes or ends the session, if it has to be.
   *
   * @return the {@code Set-Cookie} header; null if none has to be sent
   */
  @Nullable String commit() {
    String header = write();
    if (persistence.writesAtOnce() && header != null) {
      committedHeader = header;
    }
    return header == null ? committedHeader : header;
  }

  private @Nullable String write() {
    Map<String, RawJson> texts = attributes.texts();
    Map<String, @Nullable RawJson> changes = attributes.changes(texts);
    return switch (status(texts, changes)) {
      case UNMODIFIED -> texts.isEmpty() || !needsRefresh() ? null : refresh(texts, changes);
      case MODIFIED -> {
        if (deleted != null) {
          checkSize(texts);
          end(deleted);
        }
        yield save(texts, changes);
      }
      case EMPTIED -> saveEmpty(changes);
      case ENDED -> end();
    };
  }

  /** Returns whether a commit would write or end the session because of a change. */
  boolean isModified() {
    Map<String, RawJson> texts = attributes.texts();
    return status(texts, attributes.changes(texts)) != Status.UNMODIFIED;
  }

  private Status status(Map<String, RawJson> texts, Map<String, @Nullable RawJson> changes) {
    boolean modified = saveRequested || renewRequested || !changes.isEmpty();
    if (!texts.isEmpty()) {
      return modified || deleted != null ? Status.MODIFIED : Status.UNMODIFIED;
    }
    if (endRequested == DestroyCause.DELETED) {
      return Status.ENDED;
    }
    if (!modified || !base.exists()) {
      return Status.UNMODIFIED;
    }
    // Attributes that other requests put into a session in a store are not this request's to end.
    return persistence.writesAtOnce() && endRequested == null ? Status.EMPTIED : Status.ENDED;
  }

  /** Returns whether the session has to be written although nothing changed. */
  private boolean needsRefresh() {
    Claims claims = base.claims();
    return claims != null
        && !refused
        && (base.needsReseal() || lifecycle.expiration().needsRefresh(claims, base.loadedAt()));
  }

  /**
   * Writes a session that did not change. If it does not fit or cannot be stored, it stays as it
   * is.
   */
  private @Nullable String refresh(
      Map<String, RawJson> texts, Map<String, @Nullable RawJson> changes) {
    try {
      return save(texts, changes);
    } catch (SessionTooLargeException | SessionStoreException e) {
      return null;
    }
  }

  /** Keeps a session without attributes in its store, and makes the browser delete its cookie. */
  private String saveEmpty(Map<String, @Nullable RawJson> changes) {
    renewRequested = false;
    String header = save(Map.of(), changes);
    if (header != null && !base.exists()) {
      return header; // it timed out
    }
    if (header != null) {
      publish(new SessionEvent.Destroyed(DestroyCause.EMPTIED));
    }
    return expire();
  }

  private @Nullable String end() {
    if (deleted != null) {
      return end(deleted);
    }
    if (!base.exists()) {
      return base.cookiePresent() ? expire() : null;
    }
    String header = end(base);
    rebase(LoadedSession.none(true, base.createdAt()), Map.of());
    return header;
  }

  private String end(LoadedSession ending) {
    persistence.delete(ending);
    deleted = null;
    publish(new SessionEvent.Destroyed(endRequested == null ? DestroyCause.EMPTIED : endRequested));
    return expire();
  }

  private @Nullable String save(
      Map<String, RawJson> texts, Map<String, @Nullable RawJson> changes) {
    Claims claims = claims(texts);
    if (claims.expiresAt() <= claims.issuedAt()) {
      return timeOut(texts);
    }
    LoadedSession saved = persistence.save(base, claims, changes);
    if (saved == null) {
      publish(new SessionEvent.CookieRejected(RejectionReason.NOT_FOUND));
      return null;
    }
    String header = header(requireNonNull(saved.claims()));
    if (!base.exists()) {
      publish(new SessionEvent.Created());
    } else if (renewRequested) {
      publish(new SessionEvent.Renewed());
    }
    rebase(saved, texts);
    return header;
  }

  private String timeOut(Map<String, RawJson> texts) {
    if (base.exists()) {
      persistence.delete(base);
      publish(new SessionEvent.Destroyed(DestroyCause.TIMED_OUT));
    }
    rebase(LoadedSession.none(true, base.createdAt()), texts);
    return expire();
  }

  /** Starts further changes from what is in the store now; a cookie may still be replaced. */
  private void rebase(LoadedSession now, Map<String, RawJson> texts) {
    if (persistence.writesAtOnce()) {
      base = now;
      saveRequested = false;
      renewRequested = false;
      nextId = null;
      attributes.markSaved(texts);
    }
  }

  private Claims claims(Map<String, RawJson> texts) {
    long createdAt = base.createdAt();
    long now = Math.max(lifecycle.now(), createdAt);
    long expiry = lifecycle.expiration().expiry(now, createdAt);
    String id = renewRequested || persistence.needsId() ? id() : null;
    return new Claims(now, expiry, 0, createdAt, id, texts);
  }

  private void checkSize(Map<String, RawJson> texts) {
    if (persistence.fillsCookie()) {
      var unused = header(claims(texts));
    }
  }

  private String header(Claims claims) {
    try {
      return lifecycle.writer().write(claims, requestIsSecure.getAsBoolean());
    } catch (SessionTooLargeException e) {
      lifecycle.publish(new SessionEvent.TooLarge());
      throw e;
    }
  }

  private String expire() {
    return lifecycle.writer().expire(requestIsSecure.getAsBoolean());
  }

  /** Publishes an event once, also if the cookie is decided again for another response. */
  private void publish(SessionEvent event) {
    if (persistence.writesAtOnce() || !event.equals(published)) {
      published = event;
      lifecycle.publish(event);
    }
  }
}
