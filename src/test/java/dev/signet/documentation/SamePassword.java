package dev.signet.documentation;

import jakarta.enterprise.context.ApplicationScoped;

/** The passwords of the README's sample; the application's own. */
@ApplicationScoped
public class SamePassword implements AccountResource.Passwords {

  @Override
  public boolean matches(String name, String password) {
    return password.equals("secret of " + name);
  }
}
