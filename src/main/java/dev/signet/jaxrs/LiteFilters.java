package dev.signet.jaxrs;

import dev.signet.cdi.RestRegistration;
import dev.signet.cdi.SessionExtension;
import dev.signet.cdi.StartFaults;
import dev.signet.csrf.CsrfRegistration;
import dev.signet.security.SecurityFeature;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.enterprise.inject.spi.Bean;
import jakarta.enterprise.inject.spi.BeanManager;
import jakarta.enterprise.inject.spi.CDI;
import jakarta.inject.Inject;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.FeatureContext;
import jakarta.ws.rs.ext.Providers;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The filters for containers of CDI Lite. Quarkus injects nothing into registered objects, ignores
 * features that a feature registers, and runs features before the options can be read; so each
 * filter is an object that reads its options when it is called.
 */
@ApplicationScoped
class LiteFilters {

  @Inject SessionRequestFilter requestFilter;
  @Inject CsrfRegistration csrf;
  @Inject RestRegistration rest;

  /** Quarkus makes beans of these, and removes beans that nothing injects. */
  @Inject Instance<ResourceInfo> resource;

  @Inject Instance<Providers> providers;

  /** Returns whether the container has no portable extensions. */
  static boolean areNeeded() {
    return CDI.current().select(SessionExtension.class).isUnsatisfied();
  }

  void register(FeatureContext context) {
    context.register(SessionRequestFilter.class); // a proxy has no annotations
    context.register(new SessionResponseFilter());
    context.register(new SessionWriterInterceptor());
    context.register(new SessionExceptionMapper(providers.get()));
    csrf.register(context, resource.get());
    SecurityFeature.register(context, resource.get());
    context.register(new StreamFilter(resource.get()));
    rest.markRegistered();
  }

  /** Checks that they are registered if there are resources, of which Quarkus makes beans. */
  void check(@Observes StartFaults faults, BeanManager manager) {
    boolean hasResources =
        manager.getBeans(Object.class, Any.Literal.INSTANCE).stream()
            .map(Bean::getBeanClass)
            .anyMatch(LiteFilters::isResource);
    if (hasResources && !rest.isRegistered()) {
      faults.add(
          "  Jakarta REST has not loaded Signet's filters: resources would have no session, and"
              + " nothing would enforce session.csrf, @RolesAllowed, @DenyAll and @RecentLogIn."
              + " An Application class that lists classes hides those of libraries. Add"
              + " dev.signet.jaxrs.SignetFeature to its getClasses().");
    }
  }

  private static boolean isResource(@Nullable Class<?> type) {
    return type != null
        && (type.isAnnotationPresent(Path.class)
            || Arrays.stream(type.getInterfaces()).anyMatch(LiteFilters::isResource)
            || isResource(type.getSuperclass()));
  }
}
