package dev.signet.core;

import dev.signet.Caller;
import dev.signet.LogIn;
import dev.signet.SessionAttributeException;
import dev.signet.SessionException;
import dev.signet.http.CookieHeader;
import dev.signet.json.BeanState;
import dev.signet.json.Login;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The session of one request, from its first use to the one decision about what the response says.
 * Not thread-safe; it may be handed from one thread to another.
 */
public final class RequestSession extends SessionMap {

  private final Supplier<LoadedSession> loader;
  private final SessionLifecycle lifecycle;
  private final Supplier<@Nullable String> cookieHeader;
  private final BooleanSupplier requestIsSecure;

  private final ResponseDecision decision = new ResponseDecision();
  private @Nullable SessionCommit commit;
  private @Nullable SessionBeans beans;
  private boolean loading;

  /**
   * @param loader loads the session; called at most once
   */
  RequestSession(
      Supplier<LoadedSession> loader,
      SessionLifecycle lifecycle,
      Supplier<@Nullable String> cookieHeader,
      BooleanSupplier requestIsSecure) {
    super(lifecycle);
    this.loader = loader;
    this.lifecycle = lifecycle;
    this.cookieHeader = cookieHeader;
    this.requestIsSecure = requestIsSecure;
  }

  @Override
  SessionChanges loaded() {
    if (commit == null) {
      decision.requireLoadable();
      commit = new SessionCommit(lifecycle, load(), requestIsSecure);
    }
    return commit.changes();
  }

  private LoadedSession load() {
    if (loading) {
      throw new IllegalStateException(
          "The session is being loaded, and an observer of the events of loading cannot use it."
              + " Observe SessionEvent without using the session.");
    }
    loading = true;
    try {
      return loader.get();
    } finally {
      loading = false;
    }
  }

  @Override
  SessionChanges modifiable() {
    decision.requireModifiable();
    return loaded();
  }

  @Override
  public boolean isNew() {
    return loaded().isNew();
  }

  @Override
  public Instant createdAt() {
    return loaded().createdAt();
  }

  @Override
  public Optional<Instant> expiresAt() {
    return loaded().expiresAt();
  }

  @Override
  public void save() {
    modifiable().save();
  }

  @Override
  public void renew() {
    modifiable().renew();
  }

  @Override
  public void delete() {
    modifiable().delete();
    endRemovedBeans();
  }

  @Override
  public void clear() {
    super.clear();
    endRemovedBeans();
  }

  @Override
  public @Nullable Object put(String key, @Nullable Object value) {
    Object before = super.put(key, value);
    if (value == null) {
      endRemovedBeans();
    }
    return before;
  }

  @Override
  public @Nullable Object remove(@Nullable Object key) {
    Object before = super.remove(key);
    endRemovedBeans();
    return before;
  }

  private void endRemovedBeans() {
    if (beans != null) {
      beans.destroyRemoved(loaded().attributes());
    }
  }

  /**
   * Returns the session bean of this request; null if none was created.
   *
   * @see #bean(BeanState, Supplier)
   */
  public <T> @Nullable T bean(BeanState<T> state) {
    SessionChanges changes = loaded();
    return beans == null ? null : beans.find(changes.attributes(), state);
  }

  /**
   * Returns the session bean of this request, with the state of its attribute. It is destroyed when
   * its attribute is removed.
   *
   * @param creator creates the bean; called if there is none
   * @throws SessionAttributeException if the attribute cannot be read as a bean of the class
   */
  public <T> T bean(BeanState<T> state, Supplier<BeanInstance<T>> creator) {
    SessionChanges changes = loaded();
    if (beans == null) {
      beans = new SessionBeans(this);
    }
    return beans.get(changes.attributes(), state, creator);
  }

  @Override
  public void logIn(LogIn logIn) {
    modifiable().logIn(logIn);
    endRemovedBeans();
  }

  @Override
  public Optional<Caller> caller() {
    return loaded().login().caller();
  }

  @Override
  public void confirm() {
    modifiable().confirm();
  }

  /** Returns the id of the log-in; null if no user is logged in. */
  public @Nullable String loginId() {
    Login login = loaded().login().current();
    return login == null ? null : login.id();
  }

  /** Records that a log-in has ended, and that the event of its end has been published. */
  public void markLogInEnded(String id) {
    if (commit != null) {
      commit.markLogInEnded(id);
    }
  }

  /**
   * Returns whether the caller proved their identity at most a time ago; false without a caller.
   */
  public boolean isConfirmedWithin(Duration time) {
    Login login = loaded().login().current();
    return login != null && lifecycle.now() - login.confirmedAt() <= time.toSeconds();
  }

  @Override
  public Optional<URI> requestedPage() {
    return loaded().requestedPage().map(URI::create);
  }

  /**
   * Records the page that a user should see after the log-in. It is not kept if it is too long, or
   * not a path of this server.
   *
   * @param page the path with its query, as in a URL
   */
  public void setRequestedPage(String page) {
    modifiable().setRequestedPage(page);
  }

  /** Discards every change that was made in this request, because the request is rejected. */
  public void discard() {
    if (commit != null) {
      commit.changes().discard();
      endRemovedBeans();
    }
  }

  /**
   * Returns an unguessable id. {@link #renew} and {@link #delete} change it; a new session has one
   * too, whether it is saved or not. The id outlives the request only if tokens carry ids.
   */
  public String id() {
    return loaded().id();
  }

  /**
   * Returns whether a text is the {@code Cookie} header of this session's request, or the first of
   * several, which HTTP/2 may split it into.
   */
  public boolean isFrom(@Nullable String header) {
    return CookieHeader.startsWith(cookieHeader.get(), header);
  }

  /**
   * Returns the id of the session that the request came with, regardless of later changes; null if
   * it came with none.
   */
  public @Nullable String loadedId() {
    return loaded().loadedId();
  }

  /** Returns the name of the session cookie. */
  public String cookieName() {
    return lifecycle.cookieName();
  }

  /** Returns whether the session was used, so that the response may depend on it. */
  public boolean isUsed() {
    return commit != null;
  }

  /** Returns whether the session has attributes, flash values or a log-in. */
  public boolean hasContent() {
    SessionChanges changes = loaded();
    return !changes.isEmpty(changes.attributes().texts());
  }

  /** Returns whether the session has changes that were not written, sent or discarded. */
  public boolean isModified() {
    return commit != null && !decision.isDecided() && commit.isModified();
  }

  /** Returns whether a response was decided, so that the session can no longer be changed. */
  public boolean isDecided() {
    return decision.isDecided();
  }

  /** Returns the header that was decided; empty if none was, or none has to be sent. */
  public Optional<String> decidedHeader() {
    return decision.header();
  }

  /**
   * Returns the {@code Set-Cookie} headers that go with the session's: they delete cookies with
   * former paths and domains.
   */
  public List<String> expireFormer() {
    return lifecycle.writer().expireFormer(requestIsSecure);
  }

  /**
   * Decides what the response says about the session. If that fails, the response sends nothing; if
   * another response takes its place, {@link #reopen} allows another decision.
   *
   * @param serverError whether the response is a server error, which saves nothing unless {@link
   *     #save} was called
   * @return the {@code Set-Cookie} header; empty if none has to be sent
   * @throws SessionException if the session cannot be written
   */
  public Optional<String> decide(boolean serverError) {
    SessionCommit used = commit;
    if (used == null || (serverError && !used.changes().isSaveRequested())) {
      decision.skip();
      return used == null ? Optional.empty() : Optional.ofNullable(used.committedHeader());
    }
    return decision.decide(used::commit);
  }

  /**
   * Takes the decision back, because its response failed and another one takes its place. Changes
   * that were already written to a store remain, and the other response has their cookie.
   */
  public void reopen() {
    decision.reopen();
  }

  /**
   * Decides for good. The caller has to send the header.
   *
   * @return the {@code Set-Cookie} header, the same at each call; empty if none has to be sent
   * @throws SessionException if the session cannot be written
   */
  public Optional<String> commit() {
    SessionCommit used = commit;
    return decision.commit(() -> used == null ? null : used.commit());
  }

  /** Returns whether {@link #commit} was called. */
  public boolean isCommitted() {
    return decision.isCommitted();
  }

  /** Returns whether the session was used, and no content. Does not use the session. */
  @Override
  public String toString() {
    return commit == null ? "Session[unused]" : "Session[used]";
  }
}
