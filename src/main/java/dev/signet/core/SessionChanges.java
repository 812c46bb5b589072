package dev.signet.core;

import dev.signet.SessionEvent;
import dev.signet.SessionEvent.DestroyCause;
import dev.signet.SessionTooLargeException;
import dev.signet.json.Claims;
import dev.signet.json.RawJson;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/** A loaded session and the changes that one request makes to it. Not thread-safe. */
final class SessionChanges {

  /** The action that the changes require. */
  enum Status {
    UNMODIFIED,
    MODIFIED,
    /** The session lost its last attribute. */
    EMPTIED,
    /** The session was deleted, or cleared, and nothing was put into it afterwards. */
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

  SessionChanges(
      SessionLifecycle lifecycle, LoadedSession loaded, BooleanSupplier requestIsSecure) {
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
   * @throws SessionTooLargeException if the session would be too large; nothing changes
   */
  @Nullable Object put(String key, @Nullable Object value) {
    Attribute before = attributes.find(key);
    Attribute attribute = attributes.attribute(key, value, before);
    if (attribute == null) {
      return remove(key);
    }
    int length = attributes.lengthWith(key, attribute, before);
    if (!isCertainToFit(length)) {
      checkSize(attributes.textsWith(key, attribute));
    }
    Object valueBefore = attributes.valueOrNull(key, before);
    attributes.set(key, attribute, length);
    return valueBefore;
  }

  /** Removes an attribute and returns its value; null if it is absent or cannot be read. */
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

  /** Returns whether {@link #save} was called. */
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

  /** Returns the session that the changes apply to. */
  LoadedSession base() {
    return base;
  }

  /** Returns the token of a session that has ended, which the request came with; null for none. */
  @Nullable Claims endedToken() {
    return loaded.ended();
  }

  /** Returns the session that was deleted and has not ended yet; null for none. */
  @Nullable LoadedSession deleted() {
    return deleted;
  }

  /** Returns whether {@link #delete} was called. */
  boolean isDeleted() {
    return endRequested == DestroyCause.DELETED;
  }

  /** Records that the deleted session has ended. */
  void markEnded() {
    deleted = null;
  }

  /** Returns why the session ends. */
  DestroyCause endCause() {
    return endRequested == null ? DestroyCause.EMPTIED : endRequested;
  }

  boolean isRenewRequested() {
    return renewRequested;
  }

  /** Leaves the id of a session as it is, since the session has no attributes left. */
  void cancelRenewal() {
    renewRequested = false;
  }

  /** Returns the action that the changes require. */
  Status status(Map<String, RawJson> texts, Map<String, @Nullable RawJson> changes) {
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
  boolean needsRefresh() {
    Claims claims = base.claims();
    return claims != null
        && !refused
        && (base.needsReseal() || lifecycle.expiration().needsRefresh(claims, base.loadedAt()));
  }

  /** Starts further changes from what is in the store now; a cookie may still be replaced. */
  void rebase(LoadedSession now, Map<String, RawJson> texts) {
    if (persistence.writesAtOnce()) {
      base = now;
      saveRequested = false;
      renewRequested = false;
      nextId = null;
      attributes.markSaved(texts);
    }
  }

  /** Returns the claims of the session as it is now. */
  Claims claims(Map<String, RawJson> texts) {
    long createdAt = base.createdAt();
    long now = Math.max(lifecycle.now(), createdAt);
    long expiry = lifecycle.expiration().expiry(now, createdAt);
    String id = renewRequested || persistence.needsId() ? id() : null;
    return new Claims(now, expiry, 0, createdAt, id, texts);
  }

  private boolean isCertainToFit(int length) {
    SizeLimit limit = persistence.sizeLimit();
    return limit == null ? lifecycle.writer().isCertainToFit(length) : limit.isCertainToFit(length);
  }

  /**
   * Checks that the session fits into its cookie, or does not exceed the limit of its store.
   *
   * @throws SessionTooLargeException if it is too large
   */
  void checkSize(Map<String, RawJson> texts) {
    if (persistence.sizeLimit() == null) {
      var unused = header(claims(texts));
    } else {
      checkStoredSize(texts);
    }
  }

  /**
   * Checks that the session does not exceed the limit of its store. Without a store, {@link
   * #header} checks the size.
   *
   * @throws SessionTooLargeException if it is too large
   */
  void checkStoredSize(Map<String, RawJson> texts) {
    SizeLimit limit = persistence.sizeLimit();
    try {
      if (limit != null) {
        limit.check(texts, attributes.savedSize());
      }
    } catch (SessionTooLargeException e) {
      throw tooLarge(e);
    }
  }

  private SessionTooLargeException tooLarge(SessionTooLargeException e) {
    lifecycle.publish(new SessionEvent.TooLarge());
    return e;
  }

  /**
   * Returns the header that writes the session.
   *
   * @throws SessionTooLargeException if it does not fit into its cookie
   */
  String header(Claims claims) {
    try {
      return lifecycle.writer().write(claims, requestIsSecure.getAsBoolean());
    } catch (SessionTooLargeException e) {
      throw tooLarge(e);
    }
  }

  /** Returns the header that makes the browser delete the cookie. */
  String expire() {
    return lifecycle.writer().expire(requestIsSecure.getAsBoolean());
  }
}
