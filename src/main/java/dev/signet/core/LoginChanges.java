package dev.signet.core;

import static java.util.Objects.requireNonNull;

import dev.signet.Caller;
import dev.signet.LogIn;
import dev.signet.json.Login;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The log-in of a session and what one request changes about it. Not thread-safe. */
final class LoginChanges {

  /** The log-in that was last loaded or saved. */
  private @Nullable Login saved;

  private @Nullable Login current;

  /**
   * @param loaded the log-in of the loaded session; null if there is none
   */
  LoginChanges(@Nullable Login loaded) {
    this.saved = loaded;
    this.current = loaded;
  }

  /** Returns the log-in as it is now; null if no user is logged in. */
  @Nullable Login current() {
    return current;
  }

  Optional<Caller> caller() {
    return Optional.ofNullable(current)
        .map(
            login ->
                new Caller(
                    login.name(),
                    login.roles(),
                    Instant.ofEpochSecond(login.since()),
                    Instant.ofEpochSecond(login.confirmedAt())));
  }

  /** Returns whether another user than that of a log-in is logged in. */
  boolean isAnother(LogIn logIn) {
    return current != null && !current.name().equals(logIn.name());
  }

  /** Sets the log-in; null to log the caller out. */
  void set(@Nullable Login login) {
    current = login;
  }

  /**
   * Records another proof of the caller.
   *
   * @throws IllegalStateException if there is no caller
   */
  void confirm(long now) {
    if (current == null) {
      throw new IllegalStateException(
          "No user is logged in, so there is no log-in to confirm. Call logIn after the first"
              + " proof, and confirm after later ones.");
    }
    current = requireNonNull(current).confirmed(now);
  }

  boolean isModified() {
    return !Objects.equals(saved, current);
  }

  /** Records that the log-in has been saved, so that later changes are relative to it. */
  void markSaved() {
    saved = current;
  }
}
