package dev.signet.core;

import static java.util.Objects.requireNonNull;

import dev.signet.SessionEvent;
import dev.signet.SessionEvent.DestroyCause;
import dev.signet.SessionEvent.LogOutCause;
import dev.signet.SessionEvent.LoggedOut;
import dev.signet.SessionEvent.RejectionReason;
import dev.signet.SessionStoreException;
import dev.signet.SessionTooLargeException;
import dev.signet.json.Claims;
import dev.signet.json.Login;
import dev.signet.json.RawJson;
import java.time.Instant;
import java.util.Map;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * The commit of the changes of one request: it writes the session, ends it, or does nothing. Not
 * thread-safe.
 */
final class SessionCommit {

  private final SessionLifecycle lifecycle;
  private final SessionPersistence persistence;
  private final SessionChanges changes;

  /** The header of a write that is final. */
  private @Nullable String committedHeader;

  private final CommitEvents events;

  SessionCommit(SessionLifecycle lifecycle, LoadedSession loaded, BooleanSupplier requestIsSecure) {
    this.lifecycle = lifecycle;
    this.persistence = lifecycle.persistence();
    this.events = new CommitEvents(lifecycle);
    this.changes =
        new SessionChanges(lifecycle, loaded, new ResponseCookie(lifecycle, requestIsSecure));
  }

  /** Returns the changes that are committed. */
  SessionChanges changes() {
    return changes;
  }

  /** Records that the event of the end of a log-in has been published. */
  void markLogInEnded(String id) {
    events.markLogInEnded(id);
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
    Map<String, RawJson> texts = changes.attributes().texts();
    Map<String, @Nullable RawJson> changed = changes.attributes().changes(texts);
    return switch (status(texts, changed)) {
      case UNMODIFIED ->
          changes.isDiscarded() || changes.isEmpty(texts) || !changes.needsRefresh()
              ? null
              : refresh(texts, changed);
      case MODIFIED -> {
        LoadedSession deleted = changes.end().deleted();
        if (deleted != null) {
          changes.checkSize(texts);
          end(deleted);
        }
        yield isReplacement() || !isLate(changes.endedToken()) ? save(texts, changed) : null;
      }
      case EMPTIED -> saveEmpty(changed);
      case ENDED -> end();
    };
  }

  /** Returns whether a commit would write or end the session because of a change. */
  boolean isModified() {
    Map<String, RawJson> texts = changes.attributes().texts();
    return status(texts, changes.attributes().changes(texts)) != SessionStatus.UNMODIFIED;
  }

  private SessionStatus status(Map<String, RawJson> texts, Map<String, @Nullable RawJson> changed) {
    return SessionStatus.of(changes, texts, changed, persistence.writesAtOnce());
  }

  /**
   * Writes a session that did not change. If it does not fit or cannot be stored, it stays as it
   * is.
   */
  private @Nullable String refresh(
      Map<String, RawJson> texts, Map<String, @Nullable RawJson> changed) {
    try {
      return save(texts, changed);
    } catch (SessionTooLargeException | SessionStoreException e) {
      return null;
    }
  }

  /** Keeps a session without attributes in its store, and makes the browser delete its cookie. */
  private @Nullable String saveEmpty(Map<String, @Nullable RawJson> changed) {
    if (committedHeader != null && changed.isEmpty()) {
      return null; // it was kept empty for a response that failed
    }
    boolean renewed = changes.isRenewRequested();
    changes.cancelRenewal();
    String header;
    try {
      header = save(Map.of(), changed);
    } finally {
      if (renewed) {
        changes.renew(); // for attributes that are put for another response
      }
    }
    if (header == null) { // it has ended since it was loaded
      return isLate(changes.base().claims()) ? null : changes.cookie().expire();
    }
    if (!changes.base().exists()) {
      return header; // it timed out
    }
    events.publish(new SessionEvent.Destroyed(DestroyCause.EMPTIED));
    return changes.cookie().expire();
  }

  private @Nullable String end() {
    LoadedSession base = changes.base();
    LoadedSession deleted = changes.end().deleted();
    if (deleted != null) {
      return end(deleted);
    }
    if (!base.exists()) {
      return base.cookiePresent() && !isLate(changes.endedToken())
          ? changes.cookie().expire()
          : null;
    }
    String header = end(base);
    changes.rebase(LoadedSession.none(true, base.createdAt()), Map.of());
    return header;
  }

  private @Nullable String end(LoadedSession ending) {
    Login login = ending.login();
    if (login != null) {
      lifecycle.logins().end(login);
    }
    boolean existed = persistence.delete(ending);
    changes.end().markEnded();
    if (!existed && isLate(ending.claims())) {
      return null;
    }
    if (existed) {
      events.publish(new SessionEvent.Destroyed(changes.end().cause()));
      boolean isReplaced = changes.login().hasBegun();
      events.publishLogOut(
          login, new LoggedOut(isReplaced ? LogOutCause.REPLACED : LogOutCause.SELF));
    }
    return changes.cookie().expire();
  }

  /** Returns whether the request replaces its session deliberately, as a log-in does. */
  private boolean isReplacement() {
    return changes.isRenewRequested() || changes.end().isDeleted() || changes.base().exists();
  }

  /**
   * Returns whether the session of a token, which no longer exists, was renewed by another request
   * a moment ago. The browser has or gets the cookie of that one, which this response must keep.
   */
  private boolean isLate(@Nullable Claims token) {
    boolean late = token != null && persistence.wasRenewed(token);
    if (late) {
      events.publish(new SessionEvent.CookieRejected(RejectionReason.RENEWED));
    }
    return late;
  }

  private @Nullable String save(
      Map<String, RawJson> texts, Map<String, @Nullable RawJson> changed) {
    Claims claims = changes.claims(texts);
    if (claims.expiresAt() <= claims.issuedAt()) {
      return timeOut(texts);
    }
    changes.cookie().checkStoredSize(texts, changes.attributes().savedSize());
    if (changes.login().hasBegun()) {
      changes.checkSize(texts);
    }
    registerLogin(claims);
    LoadedSession saved = persistence.save(changes.base(), claims, changed);
    if (saved == null) {
      if (changes.login().hasBegun()) {
        lifecycle.logins().end(requireNonNull(claims.login())); // it has no token
      }
      events.publish(new SessionEvent.CookieRejected(RejectionReason.NOT_FOUND));
      return null;
    }
    String header = changes.cookie().header(requireNonNull(saved.claims()));
    if (!changes.base().exists()) {
      events.publish(new SessionEvent.Created());
    } else if (changes.isRenewRequested()) {
      events.publish(new SessionEvent.Renewed());
    }
    Login ended = changes.login().saved();
    if (changes.login().isModified()) {
      events.publishLogin(changes.login(), ended);
    }
    changes.rebase(saved, texts);
    return header;
  }

  private void registerLogin(Claims claims) {
    LoginRegistry logins = lifecycle.logins();
    Login login = claims.login();
    Instant end = Instant.ofEpochSecond(claims.expiresAt());
    Claims before = changes.base().claims();
    if (changes.login().hasBegun()) {
      logins.begin(requireNonNull(login), changes.login().device(), end);
    } else if (login != null && before != null) {
      logins.extend(login, Instant.ofEpochSecond(before.expiresAt()), end);
    }
    if (changes.login().hasEnded()) {
      logins.end(requireNonNull(changes.login().saved()));
    }
  }

  private @Nullable String timeOut(Map<String, RawJson> texts) {
    LoadedSession base = changes.base();
    if (base.exists()) {
      var unused = persistence.delete(base);
      events.publish(new SessionEvent.Destroyed(DestroyCause.TIMED_OUT));
      events.publishLogOut(base.login(), new LoggedOut(LogOutCause.TIMED_OUT));
    }
    changes.rebase(LoadedSession.none(base.cookiePresent(), base.createdAt()), texts);
    return base.cookiePresent() ? changes.cookie().expire() : null;
  }
}
