package dev.signet;

import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;

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

  private final String name;
  private final Set<String> roles;

  private LogIn(String name, Set<String> roles) {
    this.name = name;
    this.roles = roles;
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
    return new LogIn(checked("name", name), Set.of());
  }

  private static String checked(String what, String text) {
    if (text.isBlank() || text.length() > MAX_LENGTH || !isUnicode(text)) {
      throw new IllegalArgumentException(
          "The %s of the log-in is blank, has more than %d characters, or has an unpaired surrogate; it must identify one user or role, in every later request too. Pass the one that the user directory has."
              .formatted(what, MAX_LENGTH));
    }
    return text;
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
    return new LogIn(name, Set.copyOf(roles));
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
