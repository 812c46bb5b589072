package dev.signet.servlet;

import dev.signet.cdi.SessionExtension;
import dev.signet.core.ApplicationStart;
import dev.signet.csrf.CsrfRegistration;
import dev.signet.csrf.ServletCsrfCheck;
import jakarta.enterprise.inject.spi.CDI;
import jakarta.servlet.ServletContext;

/** Starts Signet in a servlet context. Loaded only if the servlet API is available. */
final class ServletStart {

  private static final String STARTED = ServletStart.class.getName();

  private ServletStart() {}

  /** Returns whether an object is a servlet context. */
  static boolean isContext(Object application) {
    return application instanceof ServletContext;
  }

  /**
   * Registers the filter and publishes that the application starts, once for each context.
   *
   * @param application the servlet context
   * @throws IllegalStateException if the container refuses the filter, or CDI has not started
   */
  static void publish(Object application) {
    var context = (ServletContext) application;
    if (CDI.current().select(SessionExtension.class).isUnsatisfied()) {
      FilterRegistrar.register(context);
      if (ServletCsrfCheck.isCovered(context)) {
        CDI.current().select(LiteServlets.class).get().markFiltered();
        CDI.current().select(CsrfRegistration.class).get().markServlets();
      }
      return; // the event comes later there
    }
    var events = CDI.current().getBeanManager().getEvent();
    if (context.getAttribute(STARTED) == null) {
      context.setAttribute(STARTED, true);
      FilterRegistrar.register(context);
      events.select(ApplicationStart.class).fire(new ApplicationStart(context));
    }
  }
}
