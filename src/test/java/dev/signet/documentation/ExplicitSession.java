package dev.signet.documentation;

import dev.signet.Session;
import dev.signet.SessionManager;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;

/** Loads and saves without a filter, as in the page on sessions. */
class ExplicitSession {

  @Inject SessionManager manager;

  Optional<String> answer(List<String> cookieHeaders, boolean secure) {
    Session session = manager.load(cookieHeaders, secure);
    session.put("theme", "dark");
    Optional<String> setCookie = manager.save(session);
    return setCookie;
  }
}
