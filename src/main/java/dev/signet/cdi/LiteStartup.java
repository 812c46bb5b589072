package dev.signet.cdi;

import dev.signet.SessionBean;
import dev.signet.config.SessionConfigException;
import dev.signet.config.StoreConfig;
import dev.signet.core.ApplicationStart;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.Shutdown;
import jakarta.enterprise.event.Startup;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.enterprise.inject.spi.BeanManager;
import jakarta.enterprise.inject.spi.DeploymentException;

/**
 * Starts Signet on containers of CDI Lite. Their start fails with the message that portable
 * extensions report at deployment.
 */
@ApplicationScoped
class LiteStartup {

  /** Before the application's own observers. */
  private static final int FIRST = 0;

  void start(
      @Observes @Priority(FIRST) Startup startup,
      Instance<SessionExtension> extension,
      Instance<SessionBeanClasses> classes,
      Instance<SessionSetup> setup,
      BeanManager manager,
      Event<StartFaults> others,
      Event<ApplicationStart> starts) {
    if (!extension.isUnsatisfied()) {
      return; // it did this
    }
    try {
      var faults = new StartFaults();
      check(classes, manager, faults);
      others.fire(faults);
      setup.get().check(manager, faults.lines());
    } catch (SessionConfigException e) {
      throw new DeploymentException(e.getMessage(), e);
    }
    starts.fire(new ApplicationStart(startup));
  }

  private static void check(
      Instance<SessionBeanClasses> classes, BeanManager manager, StartFaults faults) {
    if (!classes.isUnsatisfied()) {
      classes.get().registry().faults().forEach(faults::add);
    } else if (hasSessionBeans(manager)) {
      faults.add(
          "  The application has session beans, and this container does not know their scope. Add a"
              + " file META-INF/services/jakarta.enterprise.inject.build.compatible.spi."
              + "BuildCompatibleExtension to it with the line "
              + LiteExtension.class.getName()
              + ".");
    }
    if (StoreConfig.isHealthEnabled(SessionSetup.source())) {
      faults.add(
          "  session.health is true, and this container cannot add the health check when the"
              + " application starts. Set session.health=false, and write a HealthCheck that calls"
              + " the store.");
    }
  }

  private static boolean hasSessionBeans(BeanManager manager) {
    return manager.getBeans(Object.class, Any.Literal.INSTANCE).stream()
        .anyMatch(bean -> bean.getScope() == SessionBean.class);
  }

  void stop(
      @Observes Shutdown shutdown,
      Instance<SessionExtension> extension,
      Instance<SessionSetup> setup) {
    if (extension.isUnsatisfied()) {
      setup.get().close();
    }
  }
}
