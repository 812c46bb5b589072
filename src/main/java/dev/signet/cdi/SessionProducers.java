package dev.signet.cdi;

import dev.signet.Caller;
import dev.signet.Logins;
import dev.signet.Session;
import dev.signet.SessionClock;
import dev.signet.SessionEvent;
import dev.signet.config.CookieConfig;
import dev.signet.config.CsrfConfig;
import dev.signet.config.CsrfConfig.Mode;
import dev.signet.config.LoginConfig;
import dev.signet.config.ReloadingSeal;
import dev.signet.config.SessionConfig;
import dev.signet.config.SessionConfig.Unreadable;
import dev.signet.core.CookiePersistence;
import dev.signet.core.CurrentSession;
import dev.signet.core.ExpirationPolicy;
import dev.signet.core.SessionLifecycle;
import dev.signet.core.SessionPersistence;
import dev.signet.core.StorePersistence;
import dev.signet.json.JsonMapperCustomizer;
import dev.signet.login.RequestLogins;
import dev.signet.spi.LoginStore;
import dev.signet.spi.SessionStore;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.inject.Instance;
import jakarta.enterprise.inject.Produces;
import jakarta.enterprise.inject.Typed;
import jakarta.enterprise.inject.spi.BeanManager;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Produces the injectable objects. */
@ApplicationScoped
class SessionProducers {

  @Produces
  @Named("signet")
  @Typed(Session.class)
  Session session(CurrentSession current) {
    return new SessionProxy(current);
  }

  /** The caller for expression language only; an injected one would soon be wrong. */
  @Produces
  @Named("signetCaller")
  @Typed
  @Nullable Caller caller(CurrentSession current) {
    return current.get().caller().orElse(null);
  }

  /**
   * The setup is that of the portable extension, or is made when the application starts. Stores,
   * clock and mapper are looked up later; a container that removes unused beans leaves what is
   * injected.
   */
  @Produces
  @Singleton
  SessionSetup setup(
      Instance<SessionExtension> extension,
      Instance<SessionBeanClasses> classes,
      @SessionClock Instance<Clock> clock,
      Instance<JsonMapperCustomizer> customizer) {
    return extension.isUnsatisfied()
        ? new SessionSetup(registry(classes))
        : extension.get().setup();
  }

  private static SessionBeanRegistry registry(Instance<SessionBeanClasses> classes) {
    return classes.isUnsatisfied() ? new SessionBeanRegistry() : classes.get().registry();
  }

  @Produces
  @Singleton
  SessionLifecycle lifecycle(
      SessionSetup setup,
      ContextRoots roots,
      Instance<SessionStore> own,
      LoginRegistryFactory logins,
      SessionEventPublisher observers,
      BeanManager manager) {
    setup.complete(manager); // if a request or a bean comes before the application's start
    SessionConfig config = setup.config();
    CookieConfig cookie = config.cookie();
    String root = roots.only();
    var clock = setup.clock();
    var random = new SecureRandom();
    return new SessionLifecycle(
        new ReloadingSeal(SessionSetup.source(), config, cookie.binding(root), clock, random),
        persistence(
            own.isUnsatisfied() ? setup.store() : own.get(),
            config.store().maxSize(),
            config.csrf().mode() == Mode.TOKEN,
            random,
            observers),
        cookie.writer(root),
        cookie.secure(),
        new ExpirationPolicy(
            config.maxAge(),
            config.persistent(),
            config.sliding(),
            config.absoluteTimeout(),
            config.login().timeout(),
            config.login().idleTimeout()),
        clock,
        observers,
        setup.json(),
        config.unreadable() == Unreadable.ABSENT,
        logins.registry());
  }

  @Produces
  @Singleton
  SessionEventPublisher events(BeanManager manager, Event<SessionEvent> events) {
    return new SessionEventPublisher(manager, events);
  }

  @Produces
  @Singleton
  LoginRegistryFactory logins(
      SessionSetup setup,
      Instance<LoginStore> own,
      SessionEventPublisher events,
      BeanManager manager) {
    setup.complete(manager);
    return LoginRegistryFactory.of(
        setup.config(),
        own.isUnsatisfied() ? null : own.get(),
        setup.loginStore(),
        setup.clock(),
        events);
  }

  @Produces
  @Singleton
  @Typed(Logins.class)
  Logins logins(LoginRegistryFactory logins, CurrentSession current) {
    return new RequestLogins(logins.tracker(), current);
  }

  @Produces
  @Singleton
  CsrfConfig csrf(SessionSetup setup) {
    return setup.config().csrf();
  }

  @Produces
  @Singleton
  LoginConfig login(SessionSetup setup) {
    return setup.config().login();
  }

  /** Sessions need an ID if there are CSRF tokens, which are derived from it. */
  private static SessionPersistence persistence(
      @Nullable SessionStore store,
      int maxSize,
      boolean needsId,
      SecureRandom random,
      Consumer<SessionEvent> events) {
    return store == null
        ? new CookiePersistence(random, needsId)
        : new StorePersistence(store, maxSize, random, events);
  }
}
