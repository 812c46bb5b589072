package dev.signet.cdi;

import java.util.List;

/**
 * The classes of session beans that {@link LiteExtension} found when the application was built.
 *
 * @param classes the classes
 */
record SessionBeanClasses(List<Class<?>> classes) {

  /** Returns the session beans, with the faults of their classes. */
  SessionBeanRegistry registry() {
    var registry = new SessionBeanRegistry();
    for (Class<?> bean : classes) {
      if (registry.accepts(bean)) {
        registry.addBean(bean);
      }
    }
    return registry;
  }
}
