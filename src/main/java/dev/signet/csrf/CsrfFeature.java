package dev.signet.csrf;

import jakarta.enterprise.inject.spi.CDI;
import jakarta.ws.rs.ConstrainedTo;
import jakarta.ws.rs.RuntimeType;
import jakarta.ws.rs.core.Feature;
import jakarta.ws.rs.core.FeatureContext;

/** Registers the filter where it is switched on. */
@ConstrainedTo(RuntimeType.SERVER)
public final class CsrfFeature implements Feature {

  @Override
  public boolean configure(FeatureContext context) {
    CsrfCheck guard = CDI.current().select(CsrfCheck.class).get();
    if (guard.isOn()) {
      context.register(new CsrfFilter(guard));
    }
    return guard.isOn();
  }
}
