package dev.signet;

import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A log-in to record with {@link Session#logIn(LogIn)}. Immutable; each method returns another
 * object. {@code toString} shows no name.
 *
 * <pre>{@code
 * session.logIn(LogIn.of("ada").roles("staff", "editor"));
 * }</pre>
 */
public final class LogIn {

  private static final int MAX_LENGTH = 255;
  private static final Duration LONGEST = Duration.ofDays(400);

  private final String name;
  private final Set<String> roles;
  private final @Nullable Duration remembered;

  private final @Nullable String device;

  private LogIn(
      String name, Set<String> roles, @Nullable Duration remembered, @Nullable String device) {
    this.name = name;
    this.roles = roles;
    this.remembered = remembered;
    this.device = device;
  }

  /**
   * Returns a log-in without roles.
   *
   * @param name identifies the user; visible to the client if sessions are in the cookie, like an
   *     attribute
   * @throws IllegalArgumentException if the name is blank, has more than 255 characters, or is not
   *     well-formed Unicode
   */
  public static LogIn of(String name) {
    return new LogIn(checked("name", name), Set.of(), null, null);
  }

  private static String checked(String what, String text) {
    if (text.isBlank() || text.length() > MAX_LENGTH || !isUnicode(text)) {
      throw new IllegalArgumentException(
          "The %s of the log-in is blank, has more than %d characters, or has an unpaired surrogate; it must identify one user or role, in every later request too. Pass the one that the user directory has."
              .formatted(what, MAX_LENGTH));
    }
    return text;
  }

  private static String cut(String text) {
    if (text.length() <= MAX_LENGTH) {
      return text;
    }
    boolean splits = Character.isHighSurrogate(text.charAt(MAX_LENGTH - 1));
    return text.substring(0, splits ? MAX_LENGTH - 1 : MAX_LENGTH);
  }

  private static boolean isUnicode(String text) {
    return text.codePoints().noneMatch(point -> Character.getType(point) == Character.SURROGATE);
  }

  /**
   * Returns a copy with these roles instead of those before.
   *
   * @throws IllegalArgumentException if a role is not valid as a name
   */
  public LogIn roles(String... roles) {
    return roles(new HashSet<>(Arrays.asList(roles)));
  }

  /**
   * Returns a copy with these roles instead of those before.
   *
   * @throws IllegalArgumentException if a role is not valid as a name
   */
  public LogIn roles(Set<String> roles) {
    roles.forEach(role -> checked("role", role));
    return new LogIn(name, Set.copyOf(roles), remembered, device);
  }

  /**
   * Returns a copy that is remembered for a time after the log-in ("keep me logged in"), also after
   * the browser was closed. The session ends then, and {@code session.login-timeout}, {@code
   * session.idle-timeout} and {@code session.max-age} do not apply to it.
   *
   * @param time whole seconds, from one second to 400 days, the longest that browsers accept
   * @throws IllegalArgumentException if the time is not valid; {@link Session#logIn} throws it if
   *     the time is longer than {@code session.absolute-timeout}
   */
  public LogIn remembered(Duration time) {
    if (time.compareTo(Duration.ofSeconds(1)) < 0
        || time.compareTo(LONGEST) > 0
        || !time.equals(time.truncatedTo(ChronoUnit.SECONDS))) {
      throw new IllegalArgumentException(
          "The log-in should be remembered for %s; it can be whole seconds, from one second to %d days, the longest that browsers accept (RFC 6265bis, 5.5). Pass such a time, such as Duration.ofDays(30)."
              .formatted(time, LONGEST.toDays()));
    }
    return new LogIn(name, roles, time, device);
  }

  /**
   * Returns a copy with a description of the device for the list of log-ins, such as the {@code
   * User-Agent} header or a name derived from it. It is kept only if {@code session.logins} is on,
   * in the registry and not in the token.
   *
   * @param text the description; longer ones are cut to 255 characters, and control characters
   *     become blanks
   */
  public LogIn device(String text) {
    return new LogIn(
        name, roles, remembered, cut(text.replaceAll("[\\p{Cntrl}\\p{Cs}]", " ").strip()));
  }

  /** Returns the description of the device; empty if unknown. */
  public Optional<String> device() {
    return Optional.ofNullable(device);
  }

  /** Returns how long the log-in is remembered; empty if the usual timeouts apply. */
  public Optional<Duration> remembered() {
    return Optional.ofNullable(remembered);
  }

  /** Returns the name of the user. */
  public String name() {
    return name;
  }

  /** Returns the roles. */
  public Set<String> roles() {
    return roles;
  }

  /** Returns the number of roles only. */
  @Override
  public String toString() {
    return "LogIn[%d roles]".formatted(roles.size());
  }
}
