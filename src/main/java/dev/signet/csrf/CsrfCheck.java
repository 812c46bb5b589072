package dev.signet.csrf;

import dev.signet.CsrfToken;
import dev.signet.Session;
import dev.signet.SessionEvent;
import dev.signet.SessionEvent.CsrfFailure;
import dev.signet.config.CsrfConfig;
import dev.signet.config.CsrfConfig.Mode;
import dev.signet.core.SessionLifecycle;
import dev.signet.http.WebOrigin;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.container.ContainerRequestContext;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** Decides whether a request that may change something is let in, and tells where it is not. */
@ApplicationScoped
class CsrfCheck {

  @Inject CsrfConfig config;
  @Inject Session session;
  @Inject SessionCsrfToken token;
  @Inject SessionLifecycle lifecycle;

  boolean isOn() {
    return config.mode() != Mode.OFF;
  }

  /** Returns why a request is refused, or null where it is not. */
  @Nullable CsrfFailure refuse(ContainerRequestContext request) throws IOException {
    CsrfFailure refusal = objection(request);
    if (refusal != null) {
      lifecycle.publish(new SessionEvent.CsrfRejected(refusal));
    }
    return refusal;
  }

  private @Nullable CsrfFailure objection(ContainerRequestContext request) throws IOException {
    boolean accepted =
        new OriginCheck(config.allowedOrigins())
            .accepts(
                request.getHeaderString("Sec-Fetch-Site"),
                request.getHeaderString("Origin"),
                () -> ownOrigin(request));
    if (!accepted) {
      return CsrfFailure.FOREIGN_ORIGIN;
    }
    return config.mode() == Mode.TOKEN && !session.isNew() ? tokenObjection(request) : null;
  }

  private static @Nullable WebOrigin ownOrigin(ContainerRequestContext request) {
    return WebOrigin.of(request.getUriInfo().getBaseUri(), request.getSecurityContext().isSecure());
  }

  private @Nullable CsrfFailure tokenObjection(ContainerRequestContext request) throws IOException {
    String sent = request.getHeaderString(CsrfToken.HEADER);
    if (sent == null) {
      sent = FormFieldReader.read(request, CsrfToken.FIELD);
    }
    if (sent == null) {
      return CsrfFailure.MISSING_TOKEN;
    }
    return token.matches(sent) ? null : CsrfFailure.WRONG_TOKEN;
  }
}
