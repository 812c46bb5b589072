package dev.signet.cdi;

import dev.signet.observability.StoreHealthCheck;
import dev.signet.spi.SessionId;
import dev.signet.spi.SessionStore;
import jakarta.enterprise.inject.Instance;
import jakarta.enterprise.inject.spi.AfterBeanDiscovery;
import jakarta.inject.Singleton;
import java.security.SecureRandom;
import java.util.Locale;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.Readiness;

/**
 * Adds the health check of the store. Loaded only if {@code session.health} is true; not even that
 * succeeds if the server has no MicroProfile Health.
 */
final class OptionalHealth {

  private OptionalHealth() {}

  /** Adds the check as a bean, which the server finds. */
  static void add(AfterBeanDiscovery discovery, SessionSetup setup) {
    discovery
        .<HealthCheck>addBean()
        .types(HealthCheck.class, Object.class)
        .qualifiers(Readiness.Literal.INSTANCE)
        .scope(Singleton.class)
        .produceWith(beans -> check(beans.select(SessionStore.class), setup));
  }

  private static HealthCheck check(Instance<SessionStore> own, SessionSetup setup) {
    var random = new SecureRandom();
    if (!own.isUnsatisfied()) {
      return new StoreHealthCheck("own", () -> probe(own.get(), random));
    }
    SessionStore store = setup.store();
    String kind = setup.config().store().kind().name().toLowerCase(Locale.ROOT);
    return new StoreHealthCheck(
        kind,
        () -> {
          if (store != null) {
            probe(store, random);
          }
        });
  }

  private static void probe(SessionStore store, SecureRandom random) {
    var unused = store.load(SessionId.random(random));
  }
}
