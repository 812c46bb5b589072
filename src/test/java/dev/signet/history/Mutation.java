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
