package dev.signet.csrf;

import dev.signet.CsrfToken;
import dev.signet.config.CsrfConfig;
import dev.signet.core.CurrentSession;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.enterprise.inject.Typed;
import jakarta.inject.Singleton;
import java.security.SecureRandom;

/** Makes what is injected. */
@ApplicationScoped
class CsrfProducer {

  @Produces
  @Singleton
  @Typed({CsrfToken.class, SessionCsrfToken.class})
  SessionCsrfToken token(CurrentSession session, CsrfConfig config) {
    return new SessionCsrfToken(session, config, new SecureRandom());
  }
}
