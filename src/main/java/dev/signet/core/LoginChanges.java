package dev.signet.core;

import static java.util.Objects.requireNonNull;

import dev.signet.Caller;
import dev.signet.LogIn;
import dev.signet.SessionEvent;
import dev.signet.SessionEvent.LogOutCause;
import dev.signet.SessionEvent.LoggedIn;
import dev.signet.SessionEvent.LoggedOut;
import dev.signet.SessionEvent.LoginConfirmed;
import dev.signet.json.Login;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The log-in of a session and what one request changes about it. Not thread-safe. */
final class LoginChanges {

  /** The longest page that is kept; the cookie has about 2800 characters for everything. */
  private static final int MAX_PAGE = 1000;

  /** Two slashes, or a slash and a backslash, would begin the address of another server. */
  private static final Pattern PAGE = Pattern.compile("/([!-~&&[^/\\\\\"]][!-~&&[^\\\\\"]]*)?");

  /** The log-in that was last loaded or saved. */
  private @Nullable Login saved;

  private @Nullable Login current;
  private String device = "";

  /** The page that was last loaded or saved. */
  private @Nullable String savedPage;

  private @Nullable String page;

  /**
   * @param loaded the log-in of the loaded session; null if there is none
   * @param page the page to return to after the log-in; null if there is none
   */
  LoginChanges(@Nullable Login loaded, @Nullable String page) {
    this.saved = loaded;
    this.current = loaded;
    this.savedPage = page;
    this.page = page;
  }

  /** Returns whether a text is a path of this server, and not an address of another one. */
  static boolean isValidPage(String page) {
    return page.length() <= MAX_PAGE && PAGE.matcher(page).matches() && isUri(page);
  }

  private static boolean isUri(String text) {
    try {
      var unused = new URI(text);
      return true;
    } catch (URISyntaxException e) {
      return false;
    }
  }

  /** Returns the page to return to after the log-in; null if there is none. */
  @Nullable String requestedPage() {
    return page;
  }

  void setRequestedPage(@Nullable String requested) {
    page = requested;
  }

  /** Returns the page to return to after the log-in, or else another one, if there is one. */
  Optional<String> requestedPageOr(@Nullable String other) {
    return Optional.ofNullable(page == null ? other : page);
  }

  /** Returns whether there is nothing to keep. */
  boolean isEmpty() {
    return current == null && page == null;
  }

  /** Returns the log-in that was last loaded or saved; null if there was none. */
  @Nullable Login saved() {
    return saved;
  }

  /** Returns the description of the device that was passed with the log-in; may be empty. */
  String device() {
    return device;
  }

  /** Returns whether a log-in has begun that was not saved. */
  boolean hasBegun() {
    return current != null && !isSame(current, saved);
  }

  /** Returns whether the saved log-in has ended, or another one has replaced it. */
  boolean hasEnded() {
    return saved != null && !isSame(saved, current);
  }

  /** Returns what a save of the changes does to log-ins. */
  List<SessionEvent> events() {
    if (hasBegun()) {
      return hasEnded()
          ? List.of(new LoggedOut(LogOutCause.REPLACED), new LoggedIn())
          : List.of(new LoggedIn());
    }
    if (hasEnded()) {
      return List.of(new LoggedOut(LogOutCause.SELF));
    }
    boolean isConfirmed =
        saved != null && current != null && saved.confirmedAt() != current.confirmedAt();
    return isConfirmed ? List.of(new LoginConfirmed()) : List.of();
  }

  private static boolean isSame(Login one, @Nullable Login other) {
    return other != null && one.id().equals(other.id());
  }

  /** Returns the log-in in its current state; null if no user is logged in. */
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

  /**
   * Returns a log-in that begins now.
   *
   * @throws IllegalArgumentException if it cannot be remembered for that time
   */
  static Login create(LogIn user, SessionLifecycle lifecycle) {
    user.remembered().ifPresent(lifecycle.expiration()::checkRemembered);
    long remembered = user.remembered().map(Duration::toSeconds).orElse(0L);
    long now = lifecycle.now();
    String id = lifecycle.logins().newId();
    return new Login(id, user.name(), user.roles(), now, now, remembered);
  }

  /** Sets the log-in, after which the page is no longer needed. */
  void set(Login login, String onDevice) {
    current = login;
    device = onDevice;
    page = null;
  }

  /** Logs the caller out. */
  void clear() {
    current = null;
    page = null;
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
    set(requireNonNull(current).confirmed(now), device);
  }

  boolean isModified() {
    return !Objects.equals(saved, current) || !Objects.equals(savedPage, page);
  }

  /** Records that the log-in has been saved, so that later changes are relative to it. */
  void markSaved() {
    saved = current;
    savedPage = page;
  }
}
