package dev.signet.cdi;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.AmbiguousResolutionException;
import jakarta.enterprise.inject.spi.BeanManager;
import jakarta.enterprise.inject.spi.DeploymentException;

/** Looks up the stores of the application: its {@code SessionStore} and its {@code LoginStore}. */
final class StoreLookup {

  private StoreLookup() {}

  /**
   * Returns whether the manager sees a store of a type. It is called on threads without a request,
   * so it must be application-scoped.
   *
   * @throws DeploymentException if it is not, or if there are several
   */
  static boolean isPresent(BeanManager manager, Class<?> type) {
    var beans = manager.getBeans(type);
    try {
      var bean = manager.resolve(beans);
      if (bean != null && !bean.getScope().equals(ApplicationScoped.class)) {
        throw new DeploymentException(
            "The %s %s is @%s; a store is shared by all requests and called on any thread. Make it @ApplicationScoped."
                .formatted(
                    type.getSimpleName(),
                    bean.getBeanClass().getName(),
                    bean.getScope().getSimpleName()));
      }
      return bean != null;
    } catch (AmbiguousResolutionException e) {
      throw new DeploymentException(
          "The application has %d beans of type %s; there can be only one. Remove the others, or make one an @Alternative with a @Priority."
              .formatted(beans.size(), type.getSimpleName()),
          e);
    }
  }
}
