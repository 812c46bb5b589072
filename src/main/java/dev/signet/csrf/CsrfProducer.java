package dev.signet.csrf;

import dev.signet.CsrfToken;
import dev.signet.config.CsrfConfig;
import dev.signet.core.CurrentSession;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.enterprise.inject.Typed;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.security.SecureRandom;

/** Produces the injectable token. */
@ApplicationScoped
class CsrfProducer {

  @Produces
  @Singleton
  @Named("signetCsrfToken")
  @Typed({CsrfToken.class, SessionCsrfToken.class})
  SessionCsrfToken token(CurrentSession session, CsrfConfig config) {
    return new SessionCsrfToken(session, config, new SecureRandom());
  }
}
