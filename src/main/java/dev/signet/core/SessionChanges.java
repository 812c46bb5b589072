package dev.signet.core;

import dev.signet.LogIn;
import dev.signet.SessionTooLargeException;
import dev.signet.json.Claims;
import dev.signet.json.JsonCodec;
import dev.signet.json.Login;
import dev.signet.json.RawJson;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A loaded session and the changes that one request makes to it. Not thread-safe. */
final class SessionChanges {

  private final SessionLifecycle lifecycle;
  private final SessionPersistence persistence;
  private final ResponseCookie cookie;

  private final LoadedSession loaded;

  /** The session that the changes apply to. */
  private LoadedSession base;

  private final SessionEnd end = new SessionEnd();

  private Attributes attributes;
  private LoginChanges login;
  private boolean saveRequested;
  private boolean renewRequested;
  private boolean discarded;
  private @Nullable String nextId;

  SessionChanges(SessionLifecycle lifecycle, LoadedSession loaded, ResponseCookie cookie) {
    this.lifecycle = lifecycle;
    this.persistence = lifecycle.persistence();
    this.loaded = loaded;
    this.base = loaded;
    this.cookie = cookie;
    this.attributes = new Attributes(lifecycle.json(), loaded.attributes());
    this.login = new LoginChanges(loaded.login(), loaded.requestedPage());
  }

  Attributes attributes() {
    return attributes;
  }

  LoginChanges login() {
    return login;
  }

  boolean isNew() {
    return !base.exists();
  }

  Instant createdAt() {
    return Instant.ofEpochSecond(base.createdAt());
  }

  Optional<Instant> expiresAt() {
    return base.expiresAt(lifecycle.expiration());
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
    ReservedNames.check(key);
    return set(key, value);
  }

  private @Nullable Object set(String key, @Nullable Object value) {
    if (value == null) {
      return remove(key);
    }
    Attribute attribute = Attribute.isText(value) ? null : attributes.attribute(key, value);
    RawJson text = attribute == null ? attributes.write(key, value) : attribute.text();
    if (JsonCodec.isNull(text)) {
      return remove(key);
    }
    int length = attributes.lengthWith(key, text);
    if (!cookie.isCertainToFit(length, login)) {
      checkSize(attributes.textsWith(key, text));
    }
    Object valueBefore = attributes.valueOrNull(key);
    attributes.set(key, text, attribute, length);
    return valueBefore;
  }

  /** Removes an attribute and returns its value; null if it is absent or cannot be read. */
  @Nullable Object remove(@Nullable Object key) {
    if (!(key instanceof String name) || !attributes.containsKey(name)) {
      return null;
    }
    Object before = attributes.valueOrNull(name);
    attributes.remove(name);
    return before;
  }

  /** Puts a flash value, or removes it if the value is null; as {@link #put}. */
  void flash(String name, @Nullable Object value) {
    var unused = set(Flashes.key(name), value);
    attributes.flashes().forget(name);
  }

  /**
   * Logs a user in, and renews the session.
   *
   * @throws IllegalArgumentException if the log-in cannot be remembered for that time
   * @throws SessionTooLargeException if the session would not fit into the cookie; nothing changes
   */
  void logIn(LogIn user) {
    Login next = LoginChanges.create(user, lifecycle);
    boolean isAnother = login.isAnother(user);
    cookie.checkSize(
        claims(isAnother ? Map.of() : attributes.texts(), next), attributes.savedSize());
    if (isAnother) {
      delete();
    }
    login.set(next, user.device().orElse(""));
    renew();
  }

  void confirm() {
    login.confirm(lifecycle.now());
    renew();
  }

  /**
   * Records the page that a user should see after the log-in. It is not kept if it does not fit.
   *
   * @param page a path of this server, with its query
   */
  void setRequestedPage(String page) {
    if (LoginChanges.isValidPage(page)) {
      String before = login.requestedPage();
      login.setRequestedPage(page);
      if (!cookie.fits(claims(attributes.texts()))) {
        login.setRequestedPage(before);
      }
    }
  }

  /** Returns the page that the session has, or had before the log-in of this request. */
  Optional<String> requestedPage() {
    return login.requestedPageOr(loaded.requestedPage());
  }

  void clear() {
    attributes.clear();
    login.clear();
    end.requestByClear();
  }

  void save() {
    if (!attributes.isEmpty() || !login.isEmpty()) {
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
    end.requestByDelete(base);
    base = LoadedSession.none(base.cookiePresent(), lifecycle.now());
    attributes = new Attributes(lifecycle.json(), Map.of());
    login = new LoginChanges(null, null);
    saveRequested = false;
    renewRequested = false;
    nextId = null;
  }

  /**
   * Discards every change that was made since the session was loaded, and every later one; it is
   * not refreshed either.
   */
  void discard() {
    discarded = true;
    LoadedSession deleted = end.cancel();
    base = deleted == null ? base : deleted;
    attributes = new Attributes(lifecycle.json(), base.attributes());
    login = new LoginChanges(base.login(), base.requestedPage());
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

  /** Returns whether and why the session ends. */
  SessionEnd end() {
    return end;
  }

  /** Returns whether the changes were discarded, so that later changes are not written either. */
  boolean isDiscarded() {
    return discarded;
  }

  boolean isRenewRequested() {
    return renewRequested;
  }

  /** Leaves the id of a session as it is, since the session has no attributes left. */
  void cancelRenewal() {
    renewRequested = false;
  }

  /** Returns whether a session with these attributes has nothing to keep. */
  boolean isEmpty(Map<String, RawJson> texts) {
    return texts.isEmpty() && login.isEmpty();
  }

  /**
   * Returns whether the session has to be written although nothing changed. A store refuses to
   * prolong a session that has ended. A cookie is prolonged only within the second in which it was
   * loaded, because a response that takes longer may follow that of a log-out.
   */
  boolean needsRefresh() {
    Claims claims = base.claims();
    return claims != null
        && (persistence.writesAtOnce() || lifecycle.now() == base.loadedAt())
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
      login.markSaved();
    }
  }

  /** Returns the claims of the session in its current state. */
  Claims claims(Map<String, RawJson> texts) {
    return claims(texts, login.current());
  }

  private Claims claims(Map<String, RawJson> texts, @Nullable Login caller) {
    long createdAt = base.createdAt();
    long now = Math.max(lifecycle.now(), createdAt);
    long expiry = lifecycle.expiration().expiry(now, createdAt, caller);
    String id = renewRequested || persistence.needsId() ? id() : null;
    return new Claims(now, expiry, 0, createdAt, id, texts, null, caller, login.requestedPage());
  }

  /**
   * Checks that the session fits into its cookie, or does not exceed the limit of its store.
   *
   * @throws SessionTooLargeException if it is too large
   */
  void checkSize(Map<String, RawJson> texts) {
    cookie.checkSize(claims(texts), attributes.savedSize());
  }

  /** Returns the cookie of the response. */
  ResponseCookie cookie() {
    return cookie;
  }
}
