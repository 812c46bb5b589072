package dev.signet.csrf;

import dev.signet.config.CsrfConfig.Mode;
import jakarta.enterprise.inject.spi.CDI;
import jakarta.ws.rs.ConstrainedTo;
import jakarta.ws.rs.RuntimeType;
import jakarta.ws.rs.core.Feature;
import jakarta.ws.rs.core.FeatureContext;

/** Registers the filter that checks requests to resources, unless {@code session.csrf} is off. */
@ConstrainedTo(RuntimeType.SERVER)
public final class CsrfFeature implements Feature {

  @Override
  public boolean configure(FeatureContext context) {
    var beans = CDI.current();
    beans.select(CsrfRegistration.class).get().markRegistered();
    CsrfCheck check = beans.select(CsrfCheck.class).get();
    if (check.mode() == Mode.OFF) {
      return false;
    }
    context.register(new CsrfFilter(check));
    return true;
  }
}
