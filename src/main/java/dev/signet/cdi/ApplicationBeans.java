package dev.signet.cdi;

import dev.signet.core.ApplicationStart;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.spi.BeanManager;

/** Completes the extension with beans of the application when that starts. */
@ApplicationScoped
class ApplicationBeans {

  void start(@Observes ApplicationStart start, SessionExtension extension, BeanManager manager) {
    extension.complete(manager);
  }
}
