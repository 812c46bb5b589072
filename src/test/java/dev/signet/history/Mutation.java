package dev.signet.history;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * One line of the library broken on purpose: the proof that the model can fail.
 *
 * @param breaks the promise that it breaks
 * @param file the source file, below {@code src/main/java/dev/signet}
 * @param before the text to replace, which is there once
 * @param after the text that replaces it
 */
record Mutation(String breaks, String file, String before, String after) {

  private static final Path SOURCES = Path.of("src/main/java/dev/signet");

  /** Returns the mutations. */
  static List<Mutation> all() {
    return List.of(
        new Mutation(
            "W1 changes are saved", "core/SessionStatus.java", "|| !changed.isEmpty()", ""),
        new Mutation(
            "W2 changes inside values are saved",
            "core/Attribute.java",
            "if (value == null || JsonCodec.isImmutable(value)) {",
            "if (value == null || value != null) {"),
        new Mutation(
            "W3 save() writes", "core/SessionStatus.java", "changes.isSaveRequested()", "false"),
        new Mutation(
            "W3 renew() writes another token",
            "core/SessionChanges.java",
            "String id = renewRequested || persistence.needsId() ? id() : null;",
            "String id = persistence.needsId() ? id() : null;"),
        new Mutation(
            "W4 a session that never reached the browser sends nothing",
            "core/SessionCommit.java",
            "return base.cookiePresent() ? changes.cookie().expire() : null;",
            "return changes.cookie().expire();"),
        new Mutation(
            "W5 the last call wins",
            "core/SessionChanges.java",
            "login = new LoginChanges(null, null);\n    saveRequested = false;",
            "login = new LoginChanges(null, null);"),
        new Mutation(
            "W7 a 500 saves nothing",
            "core/RequestSession.java",
            "(serverError && !used.changes().isSaveRequested())",
            "(serverError && !used.changes().isSaveRequested() && used.changes().isNew())"),
        new Mutation(
            "W7 save() saves with a 500",
            "core/RequestSession.java",
            "(serverError && !used.changes().isSaveRequested())",
            "serverError"),
        new Mutation(
            "W9 a decided session cannot change",
            "core/ResponseDecision.java",
            "return state != State.OPEN;",
            "return state == State.COMMITTED;"),
        new Mutation(
            "W9 another response is decided again",
            "core/ResponseDecision.java",
            "if (state != State.COMMITTED) {\n      state = State.OPEN;",
            "if (state != State.COMMITTED) {\n      state = State.SKIPPED;"),
        new Mutation(
            "C4 a token has ended at its end",
            "core/ExpirationPolicy.java",
            "return now >= end ?",
            "return now > end ?"),
        new Mutation(
            "C4 a shorter lifetime ends older tokens",
            "core/ExpirationPolicy.java",
            "claims.sessionId() == null ? expiry(claims) : claims.expiresAt()",
            "claims.expiresAt()"),
        new Mutation(
            "C11 the absolute timeout holds",
            "core/ExpirationPolicy.java",
            "return Math.min(now + maxAge.toSeconds(), end);",
            "return now + maxAge.toSeconds();"),
        new Mutation(
            "C10 a tenth of the lifetime is enough to extend",
            "core/ExpirationPolicy.java",
            ">= lifetime(login) / SLIDING_STEPS",
            "> lifetime(login) / SLIDING_STEPS"),
        new Mutation(
            "R5 a token may be 60 seconds ahead",
            "core/ExpirationPolicy.java",
            "TOLERANCE = 60",
            "TOLERANCE = 59"),
        new Mutation(
            "R6 eight cookies are looked at",
            "http/CookieHeader.java",
            "MAX_VALUES = 8",
            "MAX_VALUES = 7"),
        new Mutation(
            "R7 a token of an old key is sealed again",
            "core/SessionChanges.java",
            "(base.needsReseal() || lifecycle",
            "(lifecycle"),
        new Mutation(
            "N2 a refused request saves nothing",
            "core/SessionStatus.java",
            "if (changes.isDiscarded())",
            "if (false)"),
        new Mutation(
            "T3 changes of other requests stay",
            "spi/SessionUpdate.java",
            "new HashMap<>(current.attributes())",
            "new HashMap<>(base.attributes())"),
        new Mutation(
            "T3 removed attributes are removed",
            "spi/SessionUpdate.java",
            "attributes.keySet().removeAll(removed);",
            ""),
        new Mutation(
            "T4 a deleted session does not come back",
            "store/memory/MemoryStore.java",
            "if (session == null) {\n      return false;\n    }",
            "if (session == null) {\n      session = update.base();\n    }"),
        new Mutation(
            "T4 a session that was emptied is kept",
            "core/SessionStatus.java",
            "stored ? EMPTIED : ENDED",
            "stored ? ENDED : ENDED"),
        new Mutation(
            "T4 clear() ends a session that was emptied before",
            "core/SessionStatus.java",
            "if (changes.end().isRequested()) {\n      return",
            "if (changes.end().isRequested() && modified) {\n      return"),
        new Mutation(
            "T4 a late request keeps the cookie of a log-in",
            "core/SessionCommit.java",
            "boolean late = token != null && persistence.wasRenewed(token);",
            "boolean late = false;"),
        new Mutation(
            "T6 a failing store does not fail a read",
            "core/SessionCommit.java",
            "catch (SessionTooLargeException | SessionStoreException e)",
            "catch (SessionTooLargeException e)"),
        new Mutation(
            "T8 a renewed session has no old ID",
            "store/memory/MemoryStore.java",
            "    sessions.remove(id);\n    sessions.put(renewed",
            "    sessions.put(renewed"),
        new Mutation(
            "N1 a socket keeps its session although the request of its handshake is over",
            "core/SessionLoader.java",
            "sentAt == now ? claims : claims.at(now)",
            "claims"),
        new Mutation(
            "N1 a socket lives as long as its session in the store",
            "core/SessionLifecycle.java",
            "loader.load(cookieHeader.get(), answeredAt, now())",
            "loader.load(cookieHeader.get(), now(), now())"),
        new Mutation(
            "N1 a change of a socket that is not saved is refused",
            "websocket/WebSocketSession.java",
            "if (write().isEmpty() || (hasContent && saved.isNew())) {",
            "if (write().isEmpty() && hasContent && saved.isNew()) {"),
        new Mutation(
            "N1 a change of a socket whose session times out is refused",
            "websocket/WebSocketSession.java",
            "(hasContent && saved.isNew())",
            "false"),
        new Mutation(
            "N1 a handshake without a session has none for good",
            "websocket/HandshakeSession.java",
            "if (found.isNew() || cookieHeader == null) {",
            "if (cookieHeader == null) {"),
        new Mutation(
            "N1 a cookie of the handshake is that of its response",
            "websocket/HandshakeSession.java",
            "cookie.ifPresent(text -> cookieHeader = pair(text));",
            ""),
        new Mutation(
            "L1 another user gets another session",
            "core/LoginChanges.java",
            "!current.name().equals(logIn.name())",
            "current.name().isEmpty()"),
        new Mutation(
            "L1 clear() logs out",
            "core/SessionChanges.java",
            "    attributes.clear();\n    login.clear();",
            "    attributes.clear();"),
        new Mutation(
            "L3 an ended log-in is refused",
            "core/SessionLoader.java",
            "return logins.isEnded(login, latest) ?",
            "return logins.isEnded(login, latest) && login.isRemembered() ?"),
        new Mutation(
            "L3 delete() ends the log-in",
            "core/SessionCommit.java",
            "if (login != null) {\n      lifecycle.logins().end(login);",
            "if (login != null && login.isRemembered()) {\n      lifecycle.logins().end(login);"),
        new Mutation(
            "L3 a log-in that is replaced ends",
            "core/LoginChanges.java",
            "return saved != null && !isSame(saved, current);",
            "return saved != null && current == null;"),
        new Mutation(
            "L3 a log-out holds at once on its own server",
            "login/LoginTracker.java",
            "ids.forEach(id -> ended.add(id, until));",
            ""),
        new Mutation(
            "L3 other servers hear of the end of a log-in",
            "store/memory/MemoryLoginStore.java",
            "ending.number() > known",
            "ending.number() > known + 1"),
        new Mutation(
            "L4 endOthers() leaves the log-in of the caller",
            "login/RequestLogins.java",
            "filter(login -> !login.id().equals(own)).toList(),",
            "toList(),"),
        new Mutation(
            "L4 endAll() ends the log-ins of one user",
            "store/memory/MemoryLoginStore.java",
            "filter(login -> login.name().equals(name))",
            "filter(login -> !login.name().isEmpty())"),
        new Mutation(
            "L4 endEveryone() ends all log-ins",
            "login/EndedList.java",
            "(current > 0 && LoginIds.generation(id) < current) || ",
            ""),
        new Mutation(
            "L4 the list is brought up to date for the log-ins of a user",
            "login/LoginTracker.java",
            "ended.refresh(); // all",
            "// all"),
        new Mutation(
            "L4 a log-in is known for as long as it has a token",
            "login/LoginTracker.java",
            "since, since, device, expiresAt.plus(MARGIN));",
            "since, since, device, expiresAt);"),
        new Mutation(
            "L4 session.logins.per-user keeps the newest",
            "login/LoginTracker.java",
            ".filter(login -> !login.id().equals(added.id()))",
            ""),
        new Mutation(
            "L5 the log-in timeout counts from the log-in",
            "core/ExpirationPolicy.java",
            "after(login.since(), loginTimeout)",
            "after(login.confirmedAt(), loginTimeout)"),
        new Mutation(
            "L5 the idle timeout counts from the last request",
            "core/ExpirationPolicy.java",
            "Math.min(now + lifetime(login), endOfLogin)",
            "Math.min(login.since() + lifetime(login), endOfLogin)"),
        new Mutation(
            "L5 requests extend a log-in with an idle timeout",
            "core/ExpirationPolicy.java",
            "(sliding || (login != null && idleTimeout != null))",
            "sliding"),
        new Mutation(
            "L5 a remembered log-in lasts as long as it is remembered",
            "core/ExpirationPolicy.java",
            "login.since() + login.remembered(), end",
            "now + login.remembered(), end"),
        new Mutation(
            "L6 confirm() renews the session",
            "core/SessionChanges.java",
            "login.confirm(lifecycle.now());\n    renew();",
            "login.confirm(lifecycle.now());"),
        new Mutation(
            "L9 a changed bean is saved",
            "core/NewBeans.java",
            "return beans.containsKey(name) && !isUnchanged(name, json);",
            "return false;"),
        new Mutation(
            "L9 a bean has the state that was saved",
            "core/SessionBeans.java",
            "attributes.bind(state, created.object(), stored, isKnown);",
            "attributes.bind(state, created.object(), null, isKnown);"),
        new Mutation(
            "L8 a flash value that was read is removed",
            "core/Flashes.java",
            "attributes.remove(key);",
            ""));
  }

  /** Returns the source with the mutation. */
  String source() throws IOException {
    String source = Files.readString(SOURCES.resolve(file));
    int at = source.indexOf(before);
    if (at < 0 || source.indexOf(before, at + 1) >= 0) {
      throw new IllegalStateException(file + " does not contain once: " + before);
    }
    return source.replace(before, after);
  }
}
