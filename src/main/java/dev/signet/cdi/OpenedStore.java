package dev.signet.cdi;

import dev.signet.SessionStoreException;
import jakarta.enterprise.inject.spi.DeploymentException;
import java.lang.System.Logger.Level;

/**
 * A store of the library, and how to close it.
 *
 * @param name what the store is, for messages
 * @param whenDown what requests get while it is down, for messages
 */
record OpenedStore<T>(T store, AutoCloseable closing, String name, String whenDown) {

  private static final System.Logger LOG = System.getLogger(OpenedStore.class.getName());

  /**
   * Runs the check of the store. A server that is down may be up at the first request.
   *
   * @throws DeploymentException if the configuration is wrong
   */
  OpenedStore<T> checked(Runnable check) {
    try {
      check.run();
    } catch (SessionStoreException e) {
      LOG.log(
          Level.WARNING,
          "The {0} is not available at deployment. {1} until it is. {2}",
          name,
          whenDown,
          e.getMessage());
    } catch (IllegalStateException e) {
      close();
      throw new DeploymentException(e.getMessage(), e);
    }
    return this;
  }

  void close() {
    try {
      closing.close();
    } catch (Exception e) {
      LOG.log(Level.WARNING, "The %s could not be closed.".formatted(name), e);
    }
  }
}
