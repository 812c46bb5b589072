package dev.signet.servlet;

import dev.signet.cdi.ContextRoots;
import dev.signet.core.ApplicationStart;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/** Records the context root when the application starts, before the application's own observers. */
@ApplicationScoped
class ContextRootObserver {

  private static final int FIRST = 0;

  void start(@Observes @Priority(FIRST) ApplicationStart start, ContextRoots roots) {
    try {
      String root = ServletContextRoot.of(start.context());
      if (root != null) {
        roots.add(root);
      }
    } catch (NoClassDefFoundError e) {
      // There is no servlet API, and so no context root.
    }
  }
}
