package dev.signet.security;

import dev.signet.config.LoginConfig;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.spi.AfterTypeDiscovery;
import jakarta.enterprise.inject.spi.BeforeBeanDiscovery;
import jakarta.enterprise.inject.spi.Extension;
import jakarta.enterprise.inject.spi.ProcessAnnotatedType;
import jakarta.enterprise.inject.spi.WithAnnotations;
import java.lang.annotation.Retention;
import org.jspecify.annotations.Nullable;

/**
 * Adds the mechanism of Jakarta Security that authenticates the caller of the session, with {@code
 * session.caller=auto}, unless the application has a mechanism of its own: servers deploy one only.
 * Its signatures have no type of Jakarta Security, which a server may lack.
 */
public class MechanismExtension implements Extension {

  /** The name of our own mechanism, whose class is loaded only if it is added. */
  private static final String MECHANISM = "dev.signet.security.SessionMechanism";

  private boolean wanted;
  private @Nullable String own;
  private boolean added;

  /** Creates the extension; called by the CDI container. */
  public MechanismExtension() {}

  void configure(@Observes BeforeBeanDiscovery discovery) {
    wanted =
        LoginConfig.wantsMechanism(MechanismExtension.class.getClassLoader())
            && SecurityApi.isAvailable();
  }

  <T> void find(@Observes @WithAnnotations(Retention.class) ProcessAnnotatedType<T> discovered) {
    if (!wanted || own != null) {
      return;
    }
    String name = discovered.getAnnotatedType().getJavaClass().getName();
    if (!name.equals(MECHANISM) && OwnMechanisms.isOne(discovered.getAnnotatedType())) {
      own = name;
    }
  }

  /** A bean that is added here, by its class alone, is one that Open Liberty and GlassFish see. */
  void add(@Observes AfterTypeDiscovery discovery) {
    if (wanted && own == null) {
      discovery
          .addAnnotatedType(SessionMechanism.class, MECHANISM)
          .add(ApplicationScoped.Literal.INSTANCE);
      added = true;
    }
  }

  /** Returns whether the mechanism was added. */
  boolean isAdded() {
    return added;
  }

  /** Returns the class of the application that defines a mechanism; null if there is none. */
  @Nullable String ownMechanism() {
    return own;
  }
}
