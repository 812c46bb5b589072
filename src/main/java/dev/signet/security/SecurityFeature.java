package dev.signet.security;

import dev.signet.config.LoginConfig;
import dev.signet.config.LoginConfig.Callers;
import dev.signet.core.CurrentSession;
import jakarta.enterprise.inject.spi.CDI;
import jakarta.ws.rs.ConstrainedTo;
import jakarta.ws.rs.RuntimeType;
import jakarta.ws.rs.core.Feature;
import jakarta.ws.rs.core.FeatureContext;

/** Registers the filters that know the caller, unless {@code session.caller} is off. */
@ConstrainedTo(RuntimeType.SERVER)
public final class SecurityFeature implements Feature {

  @Override
  public boolean configure(FeatureContext context) {
    var beans = CDI.current();
    LoginConfig config = beans.select(LoginConfig.class).get();
    if (config.callers() == Callers.OFF) {
      return false;
    }
    CurrentSession session = beans.select(CurrentSession.class).get();
    ContextRoot root = beans.select(ContextRoot.class).get();
    String path = config.loginPage();
    var page = path == null ? null : new LoginPage(path, root::path);
    context.register(new CallerFilter(session));
    context.register(new AccessFilter(session, new AccessRefusals(session, page)));
    return true;
  }
}
