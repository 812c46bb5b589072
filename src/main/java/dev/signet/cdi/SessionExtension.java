package dev.signet.cdi;

import dev.signet.config.SessionConfig;
import dev.signet.config.SessionConfigException;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.spi.AfterDeploymentValidation;
import jakarta.enterprise.inject.spi.Extension;
import org.eclipse.microprofile.config.ConfigProvider;
import org.jspecify.annotations.Nullable;

/** Reads the configuration at deployment: a fault there keeps the application from starting. */
public class SessionExtension implements Extension {

  private @Nullable SessionConfig config;

  void check(@Observes AfterDeploymentValidation validation) {
    try {
      // Of the module that Signet is in: an application may have several, each with its own.
      config =
          SessionConfig.read(ConfigProvider.getConfig(SessionExtension.class.getClassLoader()));
    } catch (SessionConfigException e) {
      validation.addDeploymentProblem(e);
    }
  }

  SessionConfig config() {
    if (config == null) {
      throw new IllegalStateException(
          "Signet's configuration is read when the deployment is validated; no session exists before.");
    }
    return config;
  }
}
