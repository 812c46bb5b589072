package dev.signet.servlet;

import jakarta.enterprise.inject.spi.CDI;
import jakarta.servlet.ServletContext;
import java.lang.System.Logger.Level;
import java.util.Set;
import org.glassfish.jersey.server.ResourceConfig;
import org.glassfish.jersey.servlet.internal.spi.ServletContainerProvider;

/**
 * Starts Signet in the servlet containers of Jersey, such as GlassFish and Payara, whose CDI starts
 * before there is a servlet context. Found by Jersey's service loader, and loaded only there.
 */
public final class JerseyStartup implements ServletContainerProvider {

  private static final System.Logger LOG = System.getLogger(JerseyStartup.class.getName());

  /** Creates the provider; called by Jersey. */
  public JerseyStartup() {}

  @Override
  public void preInit(ServletContext context, Set<Class<?>> classes) {
    if (hasCdi()) {
      ServletStart.publish(context);
    }
  }

  private static boolean hasCdi() {
    try {
      return CDI.current().getBeanManager() != null;
    } catch (IllegalStateException e) {
      LOG.log(Level.DEBUG, "Jersey has started before CDI, which reports the servlet context.", e);
      return false;
    }
  }

  @Override
  public void postInit(ServletContext context, Set<Class<?>> classes, Set<String> servlets) {}

  @Override
  public void onRegister(ServletContext context, Set<String> servlets) {}

  @Override
  public void configure(ResourceConfig config) {}
}
