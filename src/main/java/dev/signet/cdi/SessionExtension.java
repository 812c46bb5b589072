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
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.AmbiguousResolutionException;
import jakarta.enterprise.inject.spi.AfterBeanDiscovery;
import jakarta.enterprise.inject.spi.AfterDeploymentValidation;
import jakarta.enterprise.inject.spi.BeanManager;
import jakarta.enterprise.inject.spi.BeforeShutdown;
import jakarta.enterprise.inject.spi.DeploymentException;
import jakarta.enterprise.inject.spi.Extension;
import jakarta.enterprise.inject.spi.ProcessAnnotatedType;
import jakarta.enterprise.inject.spi.ProcessManagedBean;
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
  private Clock clock = Clock.systemUTC();
  private @Nullable JsonCodec json;

  <T> void checkSessionBean(
      @Observes @WithAnnotations(SessionBean.class) ProcessAnnotatedType<T> discovered) {
    Class<T> type = discovered.getAnnotatedType().getJavaClass();
    if (type.isAnnotationPresent(SessionBean.class) && !beans.accepts(type)) {
      discovered.veto(); // the container would refuse it with a message of its own
    }
  }

  <T> void addSessionBean(@Observes ProcessManagedBean<T> discovered) {
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
    try {
      JsonCodec codec = jsonOrNull(manager);
      config = SessionConfig.read(source(), codec == null ? List.of() : beans.faults(codec));
      NearMisses.in(source()).forEach(warning -> LOG.log(Level.WARNING, warning));
      clock = ClockLookup.of(manager);
      json = codec == null ? JsonCodecLookup.of(manager) : codec;
      boolean own = hasStoreOfItsOwn(manager);
      if (!own) {
        store = StoreFactory.of(config.store(), clock);
      }
      if (manager.getBeans(LoginStore.class).isEmpty()) {
        logins = LoginStoreFactory.of(config, clock);
      }
      LOG.log(
          Level.INFO,
          "Sessions are stored by {0}.",
          own ? "the application's own SessionStore" : "session.store=" + name(config.store()));
    } catch (SessionConfigException | DeploymentException e) {
      validation.addDeploymentProblem(e);
    }
  }

  /** Returns null if the lookup fails, so that faults of the options are reported first. */
  private static @Nullable JsonCodec jsonOrNull(BeanManager manager) {
    try {
      return JsonCodecLookup.of(manager);
    } catch (DeploymentException e) {
      return null; // it fails again
    }
  }

  /** The store is called on threads without a request, so it must be application-scoped. */
  private static boolean hasStoreOfItsOwn(BeanManager manager) {
    var beans = manager.getBeans(SessionStore.class);
    try {
      var bean = manager.resolve(beans);
      if (bean != null && !bean.getScope().equals(ApplicationScoped.class)) {
        throw new DeploymentException(
            "The SessionStore %s is @%s; a store is shared by all requests and called on any thread. Make it @ApplicationScoped."
                .formatted(bean.getBeanClass().getName(), bean.getScope().getSimpleName()));
      }
      return bean != null;
    } catch (AmbiguousResolutionException e) {
      throw new DeploymentException(
          "The application has %d beans of type SessionStore; there can be only one. Remove the others, or make one an @Alternative with a @Priority."
              .formatted(beans.size()),
          e);
    }
  }

  private static String name(StoreConfig config) {
    return config.kind().name().toLowerCase(Locale.ROOT);
  }

  void close(@Observes BeforeShutdown shutdown) {
    if (store != null) {
      store.close();
    }
    if (logins != null) {
      logins.close();
    }
  }

  /** Returns the configuration of the module that contains Signet; an EAR may have several. */
  static Config source() {
    return ConfigProvider.getConfig(SessionExtension.class.getClassLoader());
  }

  /** Returns the clock of the sessions. */
  Clock clock() {
    return clock;
  }

  /** Returns the codec for the values of attributes. */
  JsonCodec json() {
    return requireNonNull(json, "It is created when the deployment is validated.");
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
