package dev.signet.history;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A request as the model knows it. Immutable.
 *
 * @param setup how its server is configured
 * @param browser the number of its browser
 * @param cookies the values of the session cookies that it brought
 * @param loaded the session; null until the first access
 * @param content the content now
 * @param save whether {@code save()} was called
 * @param renew whether {@code renew()} was called
 * @param refused whether its changes were discarded
 * @param ended the number of a session that its token names and that is gone; 0 for none
 * @param end whether {@code clear()} or {@code delete()} was called
 * @param deleted the session that {@code delete()} was called on
 * @param phase what is known of its response
 * @param sent what the response says
 * @param written what every response has to say, because the store was changed
 * @param read the flash values that were read, and so removed from the content
 */
record Request(
    Setup setup,
    int browser,
    List<String> cookies,
    @Nullable Loaded loaded,
    Content content,
    boolean save,
    boolean renew,
    boolean refused,
    int ended,
    End end,
    @Nullable Loaded deleted,
    Phase phase,
    Header sent,
    Header written,
    Map<String, Value> read) {

  /** What ends a session. */
  enum End {
    NONE,
    CLEARED,
    DELETED
  }

  /** How far the response is. */
  enum Phase {
    OPEN,
    SKIPPED,
    DECIDED,
    FAILED,
    COMMITTED
  }

  static Request of(Setup setup, int browser, List<String> cookies) {
    return new Request(
        setup,
        browser,
        cookies,
        null,
        Content.EMPTY,
        false,
        false,
        false,
        0,
        End.NONE,
        null,
        Phase.OPEN,
        Header.NOTHING,
        Header.NOTHING,
        Map.of());
  }

  Request with(Setup now) {
    return new Request(
        now, browser, cookies, loaded, content, save, renew, refused, ended, end, deleted, phase,
        sent, written, read);
  }

  Loaded session() {
    if (loaded == null) {
      throw new IllegalStateException("not loaded");
    }
    return loaded;
  }

  Request loaded(Loaded session) {
    return new Request(
        setup,
        browser,
        cookies,
        session,
        session.content(),
        save,
        renew,
        refused,
        ended,
        end,
        deleted,
        phase,
        sent,
        written,
        read);
  }

  Request ended(int session) {
    return new Request(
        setup, browser, cookies, loaded, content, save, renew, refused, session, end, deleted,
        phase, sent, written, read);
  }

  Request content(Content now) {
    return new Request(
        setup, browser, cookies, loaded, now, save, renew, refused, ended, end, deleted, phase,
        sent, written, read);
  }

  Request with(String key, Value value) {
    return content(content.with(key, value));
  }

  Request without(String key) {
    return content(content.without(key));
  }

  /** Returns the request after it put a flash value. */
  Request flashed(String key, Value value) {
    return with(key, value).reading(removed(read, key));
  }

  /** Returns the request after it read a flash value, which is no longer in the content. */
  Request flashRead(String key) {
    Value value = content.get(key);
    if (value == null) {
      return this;
    }
    Map<String, Value> now = new HashMap<>(read);
    now.put(key, value);
    return without(key).reading(now);
  }

  private static Map<String, Value> removed(Map<String, Value> from, String key) {
    Map<String, Value> left = new HashMap<>(from);
    left.remove(key);
    return left;
  }

  private Request reading(Map<String, Value> now) {
    return new Request(
        setup, browser, cookies, loaded, content, save, renew, refused, ended, end, deleted, phase,
        sent, written, now);
  }

  Request cleared() {
    return new Request(
        setup,
        browser,
        cookies,
        loaded,
        Content.EMPTY,
        save,
        renew,
        refused,
        ended,
        end == End.NONE ? End.CLEARED : end,
        deleted,
        phase,
        sent,
        written,
        Map.of());
  }

  Request saved() {
    return new Request(
        setup, browser, cookies, loaded, content, true, renew, refused, ended, end, deleted, phase,
        sent, written, read);
  }

  Request renewed() {
    return renewing(true);
  }

  Request renewing(boolean now) {
    return new Request(
        setup, browser, cookies, loaded, content, save, now, refused, ended, end, deleted, phase,
        sent, written, read);
  }

  /** Logs a user in; another user gets a session of their own (L1). */
  Request loggedIn(Content.Login login) {
    Content.Login before = content.login();
    boolean another = before != null && !before.user().equals(login.user());
    Request own = another ? deleted(login.since()) : this;
    return own.content(own.content.with(login)).renewed();
  }

  Request confirmed(long now) {
    Content.Login login = content.login();
    return login == null ? this : content(content.with(login.confirmed(now))).renewed();
  }

  Request deleted(long now) {
    Loaded before = session();
    return new Request(
        setup,
        browser,
        cookies,
        Loaded.none(before.cookie(), now),
        Content.EMPTY,
        false,
        false,
        refused,
        ended,
        End.DELETED,
        deleted == null && before.exists() ? before : deleted,
        phase,
        sent,
        written,
        Map.of());
  }

  Request discarded() {
    if (loaded == null) {
      return this;
    }
    Loaded before = deleted == null ? loaded : deleted;
    return new Request(
        setup,
        browser,
        cookies,
        before,
        before.content(),
        false,
        false,
        true,
        ended,
        End.NONE,
        null,
        phase,
        sent,
        written,
        Map.of());
  }

  /** Returns the request after its session was written to the store or ended there. */
  Request rebased(Loaded now) {
    return new Request(
        setup, browser, cookies, now, content, false, false, refused, ended, End.NONE, null, phase,
        sent, written, read);
  }

  Request written(Header header) {
    return new Request(
        setup, browser, cookies, loaded, content, save, renew, refused, ended, end, deleted, phase,
        sent, header, read);
  }

  Request respond(Phase next, Header header) {
    return new Request(
        setup, browser, cookies, loaded, content, save, renew, refused, ended, end, deleted, next,
        header, written, read);
  }

  Request withoutDeleted() {
    return new Request(
        setup, browser, cookies, loaded, content, save, renew, refused, ended, end, null, phase,
        sent, written, read);
  }
}
