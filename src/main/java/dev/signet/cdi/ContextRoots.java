package dev.signet.cdi;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * The context roots of the web applications that use this copy of Signet; none without servlets.
 * Thread-safe.
 */
@ApplicationScoped
public class ContextRoots {

  private final Set<String> roots = ConcurrentHashMap.newKeySet();

  /** Adds the context root of an application that starts; empty at {@code /}. */
  public void add(String root) {
    roots.add(root);
  }

  /**
   * Returns the context root. If several applications share the library, such as from the lib
   * directory of an EAR, they share sessions and have no context root.
   */
  @Nullable String only() {
    return roots.size() == 1 ? roots.iterator().next() : null;
  }
}
