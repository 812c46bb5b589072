package dev.signet.security;

import dev.signet.config.LoginConfig;
import dev.signet.config.LoginConfig.Callers;
import dev.signet.core.CurrentSession;
import jakarta.enterprise.inject.Instance;
import jakarta.enterprise.inject.spi.CDI;
import jakarta.ws.rs.ConstrainedTo;
import jakarta.ws.rs.RuntimeType;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.Feature;
import jakarta.ws.rs.core.FeatureContext;
import java.util.function.BooleanSupplier;

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
    LoginPage page = LoginPage.of(config, root);
    context.register(new CallerFilter(session, () -> true, !isMechanismAdded(beans)));
    context.register(new AccessFilter(session, new AccessRefusals(() -> page)));
    return true;
  }

  /**
   * Registers the filters before the options can be read, as objects that get nothing injected.
   *
   * @param resource the resource of the current request
   */
  public static void register(FeatureContext context, ResourceInfo resource) {
    var beans = CDI.current();
    Instance<LoginConfig> config = beans.select(LoginConfig.class);
    BooleanSupplier enabled = () -> config.get().callers() != Callers.OFF;
    CurrentSession session = beans.select(CurrentSession.class).get();
    ContextRoot root = beans.select(ContextRoot.class).get();
    var refusals = new AccessRefusals(() -> LoginPage.of(config.get(), root));
    context.register(new CallerFilter(session, enabled, true));
    context.register(new AccessFilter(session, refusals, enabled, resource));
  }

  private static boolean isMechanismAdded(Instance<Object> beans) {
    var extension = beans.select(MechanismExtension.class);
    return extension.isResolvable() && extension.get().isAdded();
  }
}
