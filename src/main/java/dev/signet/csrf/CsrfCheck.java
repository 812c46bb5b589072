package dev.signet.csrf;

import dev.signet.CsrfToken;
import dev.signet.SessionEvent;
import dev.signet.SessionEvent.CsrfFailure;
import dev.signet.config.CsrfConfig;
import dev.signet.config.CsrfConfig.Mode;
import dev.signet.core.CurrentSession;
import dev.signet.core.SessionLifecycle;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.lang.System.Logger.Level;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Checks whether another site may have made the browser send a request. Thread-safe. */
@ApplicationScoped
class CsrfCheck {

  private static final System.Logger LOG = System.getLogger(CsrfCheck.class.getName());

  /** The methods that must not change anything (RFC 9110, 9.2.1); names are case-sensitive. */
  private static final Set<String> SAFE_METHODS = Set.of("GET", "HEAD", "OPTIONS", "TRACE");

  @Inject CsrfConfig config;
  @Inject CurrentSession session;
  @Inject SessionCsrfToken token;
  @Inject SessionLifecycle lifecycle;

  Mode mode() {
    return config.mode();
  }

  boolean isExemptPath(String path) {
    return config.exemptPaths().contains(path);
  }

  /** Returns whether requests of a method are checked. */
  boolean appliesTo(String method) {
    return config.mode() != Mode.OFF && !isSafe(method);
  }

  static boolean isSafe(String method) {
    return SAFE_METHODS.contains(method);
  }

  /**
   * Checks a request. If it is refused, every change that was made to its session is dropped.
   *
   * @return why the request is refused; null if it is accepted
   */
  @Nullable CsrfFailure check(CheckedRequest request) throws IOException {
    CsrfFailure failure = findFailure(request);
    if (failure != null) {
      LOG.log(Level.DEBUG, "A request was refused: {0}", failure);
      session.get().discard();
      lifecycle.publish(new SessionEvent.CsrfRejected(failure));
    }
    return failure;
  }

  private @Nullable CsrfFailure findFailure(CheckedRequest request) throws IOException {
    boolean accepted =
        new OriginCheck(config.allowedOrigins())
            .accepts(
                request.header("Sec-Fetch-Site"), request.header("Origin"), request::ownOrigin);
    if (!accepted) {
      return CsrfFailure.FOREIGN_ORIGIN;
    }
    return config.mode() == Mode.TOKEN ? findTokenFailure(request) : null;
  }

  private @Nullable CsrfFailure findTokenFailure(CheckedRequest request) throws IOException {
    String id = session.get().loadedId();
    if (id == null) {
      return null;
    }
    String sent = request.header(CsrfToken.HEADER);
    if (sent == null) {
      sent = request.formField(CsrfToken.FIELD);
    }
    if (sent == null) {
      return CsrfFailure.MISSING_TOKEN;
    }
    return token.matches(sent, id) ? null : CsrfFailure.WRONG_TOKEN;
  }
}
