package dev.signet.cdi;

import static java.util.Objects.requireNonNull;

import dev.signet.config.NearMisses;
import dev.signet.config.SessionConfig;
import dev.signet.config.SessionConfigException;
import dev.signet.json.JsonCodec;
import dev.signet.spi.LoginStore;
import dev.signet.spi.SessionStore;
import jakarta.enterprise.inject.spi.BeanManager;
import jakarta.enterprise.inject.spi.DeploymentException;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.ConfigProvider;
import org.jspecify.annotations.Nullable;

/** The configuration of a deployment, with the clock, the codec and the stores of its sessions. */
class SessionSetup {

  private static final System.Logger LOG = System.getLogger(SessionSetup.class.getName());

  private final SessionBeanRegistry beans;
  private @Nullable SessionConfig config;
  private @Nullable OpenedStore<SessionStore> store;
  private @Nullable OpenedStore<LoginStore> logins;
  private @Nullable Clock clock;
  private @Nullable JsonCodec json;
  private boolean beansAreChecked;
  private boolean storeOfItsOwn;
  private boolean completed;

  /**
   * @param beans the session beans of the deployment
   */
  SessionSetup(SessionBeanRegistry beans) {
    this.beans = beans;
  }

  /**
   * Reads the configuration and opens the configured stores.
   *
   * @param others more faults of the application, each as a line
   * @throws SessionConfigException if there are faults, with all that can be found together
   * @throws DeploymentException for any other fault
   */
  void check(BeanManager manager, List<String> others) throws SessionConfigException {
    JsonCodec codec = null;
    DeploymentException failure = null; // thrown later, so that faults of the options come first
    try {
      codec = JsonCodecLookup.find(manager);
    } catch (DeploymentException e) {
      failure = e;
    }
    beansAreChecked = failure == null && (codec != null || beans.areSeenBy(manager));
    Set<String> faults = new LinkedHashSet<>(others);
    if (beansAreChecked) {
      faults.addAll(beans.faults(orDefault(codec)));
    }
    config = SessionConfig.read(source(), List.copyOf(faults));
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
  }

  /**
   * Looks up the beans of the application that the manager of the extension did not see, and logs
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

  void close() {
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
    return ConfigProvider.getConfig(SessionSetup.class.getClassLoader());
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
