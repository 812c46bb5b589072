package dev.signet.documentation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.NotAuthorizedException;

/** The passwords of the recipe; the application's own. */
@ApplicationScoped
public class Passwords {

  /**
   * Checks a password.
   *
   * @throws NotAuthorizedException if it is not that of the user
   */
  public void check(String name, String password) {
    if (!password.equals("secret of " + name)) {
      throw new NotAuthorizedException("Password");
    }
  }
}
