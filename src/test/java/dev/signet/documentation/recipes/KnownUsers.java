package dev.signet.documentation.recipes;

import jakarta.enterprise.context.ApplicationScoped;

/** Users whose passwords are not stored. */
@ApplicationScoped
public class KnownUsers implements PasswordResource.Users {

  @Override
  public void changePassword(String name, String password) {
    if (password.isBlank()) {
      throw new IllegalArgumentException("A password is not blank.");
    }
  }
}
