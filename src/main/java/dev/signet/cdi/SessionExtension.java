package dev.signet.cdi;

import static java.util.Objects.requireNonNull;

import dev.signet.config.SessionConfig;
import dev.signet.config.SessionConfigException;
import dev.signet.config.StoreConfig;
import dev.signet.json.JsonCodec;
import dev.signet.spi.SessionStore;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.AmbiguousResolutionException;
import jakarta.enterprise.inject.spi.AfterDeploymentValidation;
import jakarta.enterprise.inject.spi.BeanManager;
import jakarta.enterprise.inject.spi.BeforeShutdown;
import jakarta.enterprise.inject.spi.DeploymentException;
import jakarta.enterprise.inject.spi.Extension;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.util.Locale;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.ConfigProvider;
import org.jspecify.annotations.Nullable;

/**
 * Reads the configuration at deployment and opens the store it names: a fault there keeps the
 * application from starting.
 */
public class SessionExtension implements Extension {

  private static final System.Logger LOG = System.getLogger(SessionExtension.class.getName());

  private @Nullable SessionConfig config;
  private @Nullable StoreFactory store;
  private Clock clock = Clock.systemUTC();
  private @Nullable JsonCodec json;

  void check(@Observes AfterDeploymentValidation validation, BeanManager manager) {
    try {
      config = SessionConfig.read(source());
      clock = ClockLookup.of(manager);
      json = JsonCodecLookup.of(manager);
      boolean own = hasStoreOfItsOwn(manager);
      if (!own) {
        store = StoreFactory.of(config.store(), clock);
      }
      LOG.log(
          Level.INFO,
          "Sessions are kept by {0}.",
          own ? "the application's own SessionStore" : "session.store=" + name(config.store()));
    } catch (SessionConfigException | DeploymentException e) {
      validation.addDeploymentProblem(e);
    }
  }

  /** It is asked on threads without a request, and made when it is first asked. */
  private static boolean hasStoreOfItsOwn(BeanManager manager) {
    var beans = manager.getBeans(SessionStore.class);
    try {
      var bean = manager.resolve(beans);
      if (bean != null && !bean.getScope().equals(ApplicationScoped.class)) {
        throw new DeploymentException(
            "The SessionStore %s is @%s; sessions are kept for all requests and on any thread. Make it @ApplicationScoped."
                .formatted(bean.getBeanClass().getName(), bean.getScope().getSimpleName()));
      }
      return bean != null;
    } catch (AmbiguousResolutionException e) {
      throw new DeploymentException(
          "The application has %d beans of type SessionStore, and sessions are kept in one. Leave one, or mark one as an @Alternative with a @Priority."
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
  }

  /** The settings of the module that Signet is in: an application may have several. */
  static Config source() {
    return ConfigProvider.getConfig(SessionExtension.class.getClassLoader());
  }

  /** Returns what tells the time. */
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

  /** Returns the store that the configuration names; null where sessions are in the cookie. */
  @Nullable SessionStore store() {
    return store == null ? null : store.store();
  }
}
