package dev.signet.cdi;

import dev.signet.SessionClock;
import jakarta.enterprise.inject.AmbiguousResolutionException;
import jakarta.enterprise.inject.spi.BeanManager;
import jakarta.enterprise.inject.spi.DeploymentException;
import jakarta.enterprise.util.AnnotationLiteral;
import java.lang.System.Logger.Level;
import java.time.Clock;
import org.jspecify.annotations.Nullable;

/** Looks up the {@link SessionClock} of the application. */
final class ClockLookup {

  private static final System.Logger LOG = System.getLogger(ClockLookup.class.getName());

  private static final class Mark extends AnnotationLiteral<SessionClock> implements SessionClock {
    private static final long serialVersionUID = 1L;
  }

  private ClockLookup() {}

  /**
   * Returns the clock; null if the manager sees none.
   *
   * @throws DeploymentException if the application has several clocks with the qualifier
   */
  static @Nullable Clock find(BeanManager manager) {
    var beans = manager.getBeans(Clock.class, new Mark());
    try {
      var bean = manager.resolve(beans);
      if (bean == null) {
        return null;
      }
      LOG.log(Level.INFO, "Sessions take the time from the application's @SessionClock.");
      return (Clock) manager.getReference(bean, Clock.class, manager.createCreationalContext(bean));
    } catch (AmbiguousResolutionException e) {
      throw new DeploymentException(
          "The application has %d beans of type Clock with @SessionClock; there can be only one. Remove the others, or make one an @Alternative with a @Priority."
              .formatted(beans.size()),
          e);
    }
  }
}
