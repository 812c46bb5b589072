package dev.signet.history;

import dev.signet.history.Content.Login;
import dev.signet.history.Request.End;
import dev.signet.history.Shared.Called;
import dev.signet.history.Shared.Stored;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * What the response of a request writes: the rules W1 to W7, T3 and T4 of the contract.
 *
 * @param failed whether the store failed, so that the request gets an exception
 */
record Commit(Shared shared, Request request, Header header, boolean failed) {

  static Commit of(Shared shared, Request request) {
    Loaded session = request.session();
    boolean changed = !request.content().equals(session.content());
    boolean asked = request.save() || request.renew();
    var same = new Commit(shared, request, Header.NOTHING, false);
    if (request.refused()) {
      return same;
    }
    if (!request.content().isEmpty()) {
      if (request.deleted() != null) {
        Commit ended = same.end(request.deleted());
        return ended.failed ? ended : ended.write();
      }
      if (changed || asked) {
        boolean replaces = asked(request) || session.exists();
        return replaces ? same.write() : same.unlessLate(request.ended(), Commit::write);
      }
      return isDue(shared, request) ? same.refresh() : same;
    }
    if (request.deleted() != null) {
      return same.end(request.deleted());
    }
    if (!session.exists()) {
      return request.end() == End.DELETED && session.cookie()
          ? same.unlessLate(request.ended(), Commit::expire)
          : same;
    }
    if (request.end() != End.NONE) {
      return same.end(session);
    }
    if (!changed && !asked) {
      return same;
    }
    return request.setup().store() ? same.keepEmpty() : same.end(session);
  }

  /**
   * A cookie is prolonged only in the second of its reading; later may be after a log-out (W13).
   */
  private static boolean isDue(Shared shared, Request request) {
    Loaded session = request.session();
    boolean inTime = request.setup().store() || session.at() == shared.now();
    return inTime && session.isDue(request.setup());
  }

  /** A log-in replaces a session deliberately, and so does a put after {@code delete()}. */
  private static boolean asked(Request request) {
    return request.renew() || request.end() == End.DELETED;
  }

  /** A request under the ID of a session that was renewed leaves the new cookie alone (T4). */
  private Commit unlessLate(int session, UnaryOperator<Commit> then) {
    if (session == 0) {
      return then.apply(this);
    }
    Called called = shared.wasMoved(session);
    var asked = new Commit(called.shared(), request, Header.NOTHING, called.failed());
    return called.failed() || called.found() ? asked : then.apply(asked);
  }

  private Commit expire() {
    return new Commit(shared, request, new Header.Expire(request.setup().path()), false);
  }

  private Commit of(Called called, Request next) {
    return new Commit(
        called.shared(), called.failed() ? request : next, Header.NOTHING, called.failed());
  }

  /** Returns the commit after log-ins were saved or ended in the registry (L3, L4). */
  private Commit with(Registry registry) {
    return request.setup().hasRegistry()
        ? new Commit(shared.with(registry), request, header, failed)
        : this;
  }

  private Commit end(Loaded session) {
    return with(shared.registry().end(session.content().login())).endSession(session);
  }

  private Commit endSession(Loaded ending) {
    Loaded none =
        Loaded.none(true, ending.equals(request.deleted()) ? shared.now() : ending.createdAt());
    if (!request.setup().store()) {
      return new Commit(shared, request, Header.NOTHING, false).expire();
    }
    Called called = shared.delete(ending.session());
    Request next =
        ending.equals(request.deleted()) ? request.withoutDeleted() : request.rebased(none);
    Commit ended = of(called, next);
    if (ended.failed) {
      return ended;
    }
    return called.found() ? ended.expire() : ended.unlessLate(ending.session(), Commit::expire);
  }

  /** A read is never worse than before: a failure of the store is not one of the request. */
  private Commit refresh() {
    Commit written = write();
    return written.failed ? new Commit(written.shared, request, Header.NOTHING, false) : written;
  }

  private Commit keepEmpty() {
    boolean kept = request.content().equals(request.session().content());
    if (kept && !request.written().equals(Header.NOTHING)) {
      return this;
    }
    Commit written = write();
    if (written.failed) {
      return written;
    }
    return written.header.equals(Header.NOTHING)
        ? written.unlessLate(request.session().session(), Commit::expire)
        : written.expire();
  }

  private Commit write() {
    Loaded session = request.session();
    Setup setup = request.setup();
    long now = Math.max(shared.now(), session.createdAt());
    long end = setup.end(now, session.createdAt(), request.content().login());
    if (end <= now) {
      return timeOut();
    }
    Login login = request.content().login();
    Login before = session.content().login();
    boolean ends = before != null && !before.isSame(login);
    Registry registry = shared.registry();
    Login begun = login == null || login.isSame(before) ? null : login;
    if (begun != null) {
      registry = registry.begin(begun, setup.logins().single());
    }
    return with(ends ? registry.end(before) : registry).save(now, end, begun);
  }

  /**
   * Saves the session.
   *
   * @param begun the log-in that begins with it
   */
  private Commit save(long now, long end, @Nullable Login begun) {
    Loaded session = request.session();
    Content base = session.content();
    Content content = request.content();
    if (!request.setup().store()) {
      return sent(shared, token(now, end, 0, content));
    }
    boolean moves = request.renew() && !content.isEmpty();
    Called called =
        !session.exists()
            ? shared.create(new Stored(content, end))
            : moves
                ? shared.move(session.session(), base, content, end)
                : shared.update(session.session(), base, content, end);
    if (called.failed() || !called.found()) {
      Commit unsaved = of(called, request); // a session that was ended stays ended
      return called.failed() ? unsaved : unsaved.with(unsaved.shared.registry().end(begun));
    }
    int id = session.exists() && !moves ? session.session() : called.shared().last();
    return sent(called.shared(), token(now, end, id, Content.EMPTY));
  }

  private Token token(long now, long end, int id, Content content) {
    Setup setup = request.setup();
    return new Token(
        setup.keys().get(0),
        setup.encrypted(),
        now,
        end,
        request.session().createdAt(),
        id,
        content);
  }

  private Commit sent(Shared after, Token token) {
    var header = new Header.Set(request.setup().path(), token);
    Request next =
        request.setup().store()
            ? request.rebased(Loaded.written(token, request.content())).renewing(isUnmoved())
            : request;
    return new Commit(after, next, header, false);
  }

  /** A session that was kept empty still has to be renewed before something is put into it. */
  private boolean isUnmoved() {
    return request.renew() && request.content().isEmpty();
  }

  /** The absolute limit passed while the request was served. */
  private Commit timeOut() {
    Loaded session = request.session();
    if (!request.setup().store() || !session.exists()) {
      return session.cookie() ? expire() : this;
    }
    Called called = shared.delete(session.session());
    Loaded none = Loaded.ended(session.createdAt(), request.content());
    Commit ended = of(called, request.rebased(none));
    return ended.failed ? ended : ended.expire();
  }
}
