package dev.signet.jaxrs;

import dev.signet.cdi.RestRegistration;
import dev.signet.csrf.CsrfFeature;
import dev.signet.security.SecurityFeature;
import jakarta.annotation.Priority;
import jakarta.enterprise.inject.spi.CDI;
import jakarta.ws.rs.ConstrainedTo;
import jakarta.ws.rs.RuntimeType;
import jakarta.ws.rs.core.Feature;
import jakarta.ws.rs.core.FeatureContext;

/** Registers the filters in every Jakarta REST application. Found by the service loader. */
@ConstrainedTo(RuntimeType.SERVER)
@Priority(SignetFeature.PRIORITY)
public final class SignetFeature implements Feature {

  /** RESTEasy keeps one feature of each priority that the service loader finds. */
  static final int PRIORITY = 4217;

  @Override
  public boolean configure(FeatureContext context) {
    if (LiteFilters.areNeeded()) {
      CDI.current().select(LiteFilters.class).get().register(context);
      return true;
    }
    context.register(SessionRequestFilter.class);
    context.register(SessionResponseFilter.class);
    context.register(SessionWriterInterceptor.class);
    context.register(SessionExceptionMapper.class);
    context.register(CsrfFeature.class);
    context.register(SecurityFeature.class);
    CDI.current().select(RestRegistration.class).get().markRegistered();
    return true;
  }
}
