package dev.signet.suite.caller.own;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.security.enterprise.authentication.mechanism.http.BasicAuthenticationMechanismDefinition;
import jakarta.security.enterprise.credential.UsernamePasswordCredential;
import jakarta.security.enterprise.identitystore.CredentialValidationResult;
import jakarta.security.enterprise.identitystore.IdentityStore;
import java.util.Set;

/** HTTP Basic with one user. */
@ApplicationScoped
@BasicAuthenticationMechanismDefinition(realmName = "own")
public class BasicDefinition implements IdentityStore {

  /** Accepts one name and password. */
  public CredentialValidationResult validate(UsernamePasswordCredential credential) {
    return credential.compareTo("bob", "secret")
        ? new CredentialValidationResult("bob", Set.of("staff"))
        : CredentialValidationResult.INVALID_RESULT;
  }
}
