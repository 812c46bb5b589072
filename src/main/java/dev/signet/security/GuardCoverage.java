package dev.signet.security;

import dev.signet.config.LoginConfig.Callers;
import org.jspecify.annotations.Nullable;

/** Describes what guards what, for the log at deployment. */
final class GuardCoverage {

  private static final String REST =
      "Signet enforces @RolesAllowed, @PermitAll, @DenyAll and @RecentLogIn on Jakarta REST"
          + " resources, with the caller of the session. ";

  private GuardCoverage() {}

  /**
   * @param extension adds the mechanism of Jakarta Security; null if the CDI container has no
   *     portable extensions
   */
  static String describe(Callers callers, @Nullable MechanismExtension extension) {
    return switch (callers) {
      case OFF ->
          "session.caller is off: Signet enforces no @RolesAllowed, @PermitAll, @DenyAll or"
              + " @RecentLogIn. The server may, or nothing does.";
      case REST -> "session.caller=rest: " + REST + unguarded();
      case AUTO -> "session.caller=auto: " + REST + automatic(extension);
    };
  }

  private static String automatic(@Nullable MechanismExtension extension) {
    if (extension == null) {
      return "Nothing else sees the caller, because the server has no portable extensions of CDI. "
          + unguarded();
    }
    if (extension.isAdded()) {
      return "The server enforces the constraints of servlets and the annotations of EJBs with the"
          + " same caller, through Jakarta Security; @Inject Principal, its SecurityContext and"
          + " WebSocket endpoints see the caller, too.";
    }
    String own = extension.ownMechanism();
    return (own == null
            ? "Nothing else sees the caller, because the server has no Jakarta Security. "
            : "Nothing else sees the caller, because the application has an authentication mechanism of its own"
                + " in %s. The server guards servlets and EJBs with the caller of that. "
                    .formatted(own))
        + unguarded();
  }

  private static String unguarded() {
    return "Signet does not guard servlets, EJBs and WebSocket endpoints; check session.caller()"
        + " there.";
  }
}
