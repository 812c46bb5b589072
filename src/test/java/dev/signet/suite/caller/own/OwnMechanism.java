package dev.signet.suite.caller.own;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.security.enterprise.AuthenticationStatus;
import jakarta.security.enterprise.authentication.mechanism.http.HttpAuthenticationMechanism;
import jakarta.security.enterprise.authentication.mechanism.http.HttpMessageContext;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Set;

/** A mechanism of the application, which accepts one header. */
@ApplicationScoped
public class OwnMechanism implements HttpAuthenticationMechanism {

  @Override
  public AuthenticationStatus validateRequest(
      HttpServletRequest request, HttpServletResponse response, HttpMessageContext context) {
    String name = request.getHeader("X-User");
    if (name != null) {
      return context.notifyContainerAboutLogin(name, Set.of("staff"));
    }
    return context.isProtected() ? context.responseUnauthorized() : context.doNothing();
  }
}
