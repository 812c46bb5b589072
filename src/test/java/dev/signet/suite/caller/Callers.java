package dev.signet.suite.caller;

import jakarta.ejb.EJBAccessException;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.security.enterprise.SecurityContext;
import java.security.Principal;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What the server knows of the caller, by each way. */
@RequestScoped
public class Callers {

  private static final Set<String> NO_LOG_IN = Set.of("UNAUTHENTICATED", "ANONYMOUS", "");

  @Inject Principal principal;
  @Inject SecurityContext security;
  @Inject Ledger ledger;

  /** Returns what a guarded method of the bean returns. */
  public String ledger() {
    try {
      return ledger.read();
    } catch (EJBAccessException e) {
      return "denied";
    }
  }

  /** Returns the name of a caller; servers have several for those without a log-in. */
  public static String name(@Nullable Principal caller) {
    String name = caller == null ? "nobody" : caller.getName();
    return name == null || NO_LOG_IN.contains(name) ? "nobody" : name;
  }

  @Override
  public String toString() {
    return "%s %s staff=%s admin=%s bean=%s %s"
        .formatted(
            name(principal),
            name(security.getCallerPrincipal()),
            security.isCallerInRole("staff"),
            security.isCallerInRole("admin"),
            ledger.who(),
            ledger());
  }
}
