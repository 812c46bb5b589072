package dev.signet.login;

import dev.signet.Caller;
import dev.signet.Logins;
import dev.signet.SessionEvent.LogOutCause;
import dev.signet.core.CurrentSession;
import dev.signet.spi.LoginRecord;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The log-ins as the current request sees them. Thread-safe. */
public final class RequestLogins implements Logins {

  private final @Nullable LoginTracker tracker;
  private final CurrentSession current;

  /**
   * @param tracker tracks log-ins; null if {@code session.logins} is off
   * @param current finds the session of the request
   */
  public RequestLogins(@Nullable LoginTracker tracker, CurrentSession current) {
    this.tracker = tracker;
    this.current = current;
  }

  private LoginTracker tracker() {
    if (tracker == null) {
      throw new IllegalStateException(
          "session.logins is off, so log-ins are neither listed nor ended. Set session.logins to"
              + " redis or jdbc, or provide a LoginStore bean.");
    }
    return tracker;
  }

  @Override
  public List<ActiveLogin> of(String name) {
    LoginTracker known = tracker();
    String id = currentId();
    return known.list(name).stream().map(login -> active(login, id)).toList();
  }

  private static ActiveLogin active(LoginRecord login, @Nullable String current) {
    Optional<String> device = Optional.of(login.device()).filter(text -> !text.isEmpty());
    return new ActiveLogin(
        login.id(), login.since(), login.lastSeen(), device, login.id().equals(current));
  }

  /** Returns null on a thread that serves no request, too. */
  private @Nullable String currentId() {
    try {
      return current.get().loginId();
    } catch (IllegalStateException e) {
      return null;
    }
  }

  @Override
  public boolean end(String id) {
    LoginTracker known = tracker();
    List<LoginRecord> own =
        known.find(callerName()).stream().filter(login -> login.id().equals(id)).toList();
    end(known, own, this::cause);
    return !own.isEmpty();
  }

  /** Ends log-ins; if one is that of the request, its session fires no other event of that. */
  private void end(
      LoginTracker known, List<LoginRecord> logins, Function<LoginRecord, LogOutCause> cause) {
    String own = currentId();
    known.end(logins, cause);
    if (own != null && logins.stream().anyMatch(login -> login.id().equals(own))) {
      current.get().markLogInEnded(own);
    }
  }

  /** Returns why a log-in of the caller ends. */
  private LogOutCause cause(LoginRecord login) {
    return login.id().equals(currentId()) ? LogOutCause.SELF : LogOutCause.OTHER_DEVICE;
  }

  @Override
  public void endOthers() {
    LoginTracker known = tracker();
    String own = currentId();
    known.end(
        known.find(callerName()).stream().filter(login -> !login.id().equals(own)).toList(),
        login -> LogOutCause.OTHER_DEVICE);
  }

  private String callerName() {
    return caller()
        .orElseThrow(
            () ->
                new IllegalStateException(
                    "No user is logged in, so there is no log-in of the caller to end. Guard the"
                        + " resource with @RolesAllowed, or pass a name to endAll."));
  }

  private Optional<String> caller() {
    return current.get().caller().map(Caller::name);
  }

  @Override
  public void endAll(String name) {
    LoginTracker known = tracker();
    boolean isOwn = currentId() != null && caller().filter(name::equals).isPresent();
    end(known, known.find(name), login -> isOwn ? cause(login) : LogOutCause.ADMINISTRATOR);
  }

  @Override
  public void endEveryone() {
    tracker().endEveryone();
    String own = currentId();
    if (own != null) {
      current.get().markLogInEnded(own);
    }
  }
}
