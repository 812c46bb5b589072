package dev.signet.cdi;

import dev.signet.core.ApplicationStart;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.spi.BeanManager;

/** Completes the setup with beans of the application when that starts. */
@ApplicationScoped
class ApplicationBeans {

  void start(@Observes ApplicationStart start, SessionSetup setup, BeanManager manager) {
    setup.complete(manager);
  }
}
