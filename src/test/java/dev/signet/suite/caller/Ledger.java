package dev.signet.suite.caller;

import static java.util.Objects.requireNonNull;

import jakarta.annotation.Resource;
import jakarta.annotation.security.DeclareRoles;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.SessionContext;
import jakarta.ejb.Stateless;
import org.jspecify.annotations.Nullable;

/** An enterprise bean with a guard. */
@Stateless
@DeclareRoles({"staff", "admin"})
public class Ledger {

  @Resource @Nullable SessionContext context;

  /** Returns who reads. */
  @RolesAllowed("staff")
  public String read() {
    return "read";
  }

  /** Returns the caller. */
  @PermitAll
  public String who() {
    return Callers.name(requireNonNull(context).getCallerPrincipal());
  }
}
