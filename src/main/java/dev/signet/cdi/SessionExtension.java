package dev.signet.cdi;

import static java.util.Objects.requireNonNull;

import dev.signet.SessionBean;
import dev.signet.config.NearMisses;
import dev.signet.config.SessionConfig;
import dev.signet.config.SessionConfigException;
import dev.signet.config.StoreConfig;
import dev.signet.json.JsonCodec;
import dev.signet.spi.LoginStore;
import dev.signet.spi.SessionStore;
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
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.ConfigProvider;
import org.jspecify.annotations.Nullable;

/**
 * Reads the configuration at deployment and opens the configured store. If the configuration has
 * faults, the deployment fails.
 */
public class SessionExtension implements Extension {

  private static final System.Logger LOG = System.getLogger(SessionExtension.class.getName());

  private final SessionBeanRegistry beans = new SessionBeanRegistry();
  private @Nullable SessionConfig config;
  private @Nullable OpenedStore<SessionStore> store;
  private @Nullable OpenedStore<LoginStore> logins;
  private @Nullable Clock clock;
  private @Nullable JsonCodec json;
  private boolean beansAreChecked;
  private boolean storeOfItsOwn;
  private boolean completed;

  <T> void checkSessionBean(
      @Observes @WithAnnotations(SessionBean.class) ProcessAnnotatedType<T> discovered) {
    Class<T> type = discovered.getAnnotatedType().getJavaClass();
    if (type.isAnnotationPresent(SessionBean.class) && !beans.accepts(type)) {
      discovered.veto(); // the container would refuse it with a message of its own
    }
  }

  <T> void addSessionBean(@Observes ProcessBean<T> discovered) {
    if (discovered.getBean().getScope() == SessionBean.class) {
      beans.add(discovered.getBean());
    }
  }

  void addSessionBeans(@Observes AfterBeanDiscovery discovery) {
    discovery.addContext(new SessionBeanContext());
    List<String> faults = beans.faults();
    if (!faults.isEmpty()) {
      try {
        SessionConfig.read(source(), faults);
      } catch (SessionConfigException e) {
        discovery.addDefinitionError(e);
      }
    }
  }

  void addHealthCheck(@Observes AfterBeanDiscovery discovery) {
    if (!StoreConfig.isHealthEnabled(source())) {
      return;
    }
    try {
      OptionalHealth.add(discovery, this);
    } catch (NoClassDefFoundError e) {
      discovery.addDefinitionError(
          new DeploymentException(
              "session.health is true, and the server has no MicroProfile Health. Add it to the"
                  + " server (on Open Liberty the feature mpHealth-4.0), or set"
                  + " session.health=false.",
              e));
    }
  }

  void check(@Observes AfterDeploymentValidation validation, BeanManager manager) {
    JsonCodec codec = null;
    DeploymentException failure = null; // thrown later, so that faults of the options come first
    try {
      codec = JsonCodecLookup.find(manager);
    } catch (DeploymentException e) {
      failure = e;
    }
    beansAreChecked = failure == null && (codec != null || beans.areSeenBy(manager));
    try {
      config =
          SessionConfig.read(
              source(), beansAreChecked ? beans.faults(orDefault(codec)) : List.of());
      NearMisses.in(source()).forEach(warning -> LOG.log(Level.WARNING, warning));
      if (failure != null) {
        throw failure;
      }
      clock = ClockLookup.find(manager);
      json = codec;
      var late = new LateClock(() -> clock);
      storeOfItsOwn = StoreLookup.isPresent(manager, SessionStore.class);
      boolean loginsOfItsOwn = StoreLookup.isPresent(manager, LoginStore.class);
      if (!storeOfItsOwn) {
        store = StoreFactory.of(config.store(), late);
      }
      if (!loginsOfItsOwn) {
        logins = LoginStoreFactory.of(config, late);
      }
    } catch (SessionConfigException | DeploymentException e) {
      validation.addDeploymentProblem(e);
    }
  }

  /**
   * Looks up the beans of the application that the manager of this extension did not see, and logs
   * where sessions are stored. On some servers, the manager of a library's extension sees none.
   *
   * @param manager the manager of a bean
   * @throws DeploymentException if these beans have faults
   */
  synchronized void complete(BeanManager manager) {
    if (completed) {
      return;
    }
    if (clock == null) {
      clock = ClockLookup.find(manager);
    }
    if (json == null) {
      json = orDefault(JsonCodecLookup.find(manager));
    }
    checkSessionBeans();
    if (!storeOfItsOwn && StoreLookup.isPresent(manager, SessionStore.class)) {
      storeOfItsOwn = true;
      closeStore();
    }
    if (StoreLookup.isPresent(manager, LoginStore.class)) {
      closeLogins();
    }
    completed = true;
    LOG.log(
        Level.INFO,
        "Sessions are stored by {0}.",
        storeOfItsOwn
            ? "the application's own SessionStore"
            : "session.store=" + config().store().kind().name().toLowerCase(Locale.ROOT));
  }

  /** Checks the beans, unless the extension's manager saw the mapper that they need. */
  private void checkSessionBeans() {
    if (beansAreChecked) {
      return;
    }
    List<String> faults = beans.faults(json());
    if (!faults.isEmpty()) {
      try {
        SessionConfig.read(source(), faults);
      } catch (SessionConfigException e) {
        throw new DeploymentException(e.getMessage(), e);
      }
    }
    beansAreChecked = true;
  }

  private static JsonCodec orDefault(@Nullable JsonCodec codec) {
    return codec == null ? new JsonCodec() : codec;
  }

  void close(@Observes BeforeShutdown shutdown) {
    closeStore();
    closeLogins();
  }

  private void closeStore() {
    if (store != null) {
      store.close();
      store = null;
    }
  }

  private void closeLogins() {
    if (logins != null) {
      logins.close();
      logins = null;
    }
  }

  /** Returns the configuration of the module that contains Signet; an EAR may have several. */
  static Config source() {
    return ConfigProvider.getConfig(SessionExtension.class.getClassLoader());
  }

  /** Returns the clock of the sessions, by default that of the system. */
  Clock clock() {
    return clock == null ? Clock.systemUTC() : clock;
  }

  /** Returns the codec for the values of attributes. */
  JsonCodec json() {
    return requireNonNull(json, "It is created when the application starts.");
  }

  SessionConfig config() {
    if (config == null) {
      throw new IllegalStateException(
          "Signet's configuration is read when the deployment is validated; no session exists"
              + " before.");
    }
    return config;
  }

  /** Returns the configured store; null if sessions are stored in the cookie. */
  @Nullable SessionStore store() {
    return store == null ? null : store.store();
  }

  /** Returns the configured registry of log-ins; null if log-ins are not tracked. */
  @Nullable LoginStore loginStore() {
    return logins == null ? null : logins.store();
  }
}
