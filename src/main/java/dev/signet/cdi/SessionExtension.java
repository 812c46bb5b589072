package dev.signet.cdi;

import dev.signet.SessionBean;
import dev.signet.config.SessionConfig;
import dev.signet.config.SessionConfigException;
import dev.signet.config.StoreConfig;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.spi.AfterBeanDiscovery;
import jakarta.enterprise.inject.spi.AfterDeploymentValidation;
import jakarta.enterprise.inject.spi.BeanManager;
import jakarta.enterprise.inject.spi.BeforeShutdown;
import jakarta.enterprise.inject.spi.DeploymentException;
import jakarta.enterprise.inject.spi.Extension;
import jakarta.enterprise.inject.spi.ProcessAnnotatedType;
import jakarta.enterprise.inject.spi.ProcessBean;
import jakarta.enterprise.inject.spi.WithAnnotations;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads the configuration at deployment and opens the configured store. If the configuration has
 * faults, the deployment fails. Containers without portable extensions use {@link LiteExtension}.
 */
public class SessionExtension implements Extension {

  private final SessionBeanRegistry beans = new SessionBeanRegistry();
  private final SessionSetup setup = new SessionSetup(beans);

  <T> void checkSessionBean(
      @Observes @WithAnnotations(SessionBean.class) ProcessAnnotatedType<T> discovered) {
    Class<T> type = discovered.getAnnotatedType().getJavaClass();
    if (type.isAnnotationPresent(SessionBean.class) && !beans.accepts(type)) {
      discovered.veto(); // the container would refuse it with a message of its own
    }
  }

  <T> void addSessionBean(@Observes ProcessBean<T> discovered) {
    if (discovered.getBean().getScope() == SessionBean.class) {
      beans.addBean(discovered.getBean().getBeanClass());
    }
  }

  void addBeans(@Observes AfterBeanDiscovery discovery) {
    discovery.addContext(new SessionBeanContext());
    List<String> faults = new ArrayList<>(beans.faults());
    if (StoreConfig.isHealthEnabled(SessionSetup.source())) {
      addHealthCheck(discovery, faults);
    }
    if (!faults.isEmpty()) {
      try {
        SessionConfig.read(SessionSetup.source(), faults);
      } catch (SessionConfigException e) {
        discovery.addDefinitionError(e);
      }
    }
  }

  private void addHealthCheck(AfterBeanDiscovery discovery, List<String> faults) {
    try {
      OptionalHealth.add(discovery, setup);
    } catch (NoClassDefFoundError e) {
      faults.add(
          "  session.health is true, and the server has no MicroProfile Health. Add it to the"
              + " server (on Open Liberty the feature mpHealth-4.0), or set session.health=false.");
    }
  }

  void check(@Observes AfterDeploymentValidation validation, BeanManager manager) {
    try {
      setup.check(manager, List.of());
    } catch (SessionConfigException | DeploymentException e) {
      validation.addDeploymentProblem(e);
    }
  }

  void close(@Observes BeforeShutdown shutdown) {
    setup.close();
  }

  SessionSetup setup() {
    return setup;
  }
}
