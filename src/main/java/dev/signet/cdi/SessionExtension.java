package dev.signet.cdi;

import dev.signet.config.SessionConfig;
import dev.signet.config.SessionConfigException;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.spi.AfterDeploymentValidation;
import jakarta.enterprise.inject.spi.Extension;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.ConfigProvider;
import org.jspecify.annotations.Nullable;

/** Reads the configuration at deployment: a fault there keeps the application from starting. */
public class SessionExtension implements Extension {

  private @Nullable SessionConfig config;

  void check(@Observes AfterDeploymentValidation validation) {
    try {
      config = SessionConfig.read(source());
    } catch (SessionConfigException e) {
      validation.addDeploymentProblem(e);
    }
  }

  /** The settings of the module that Signet is in: an application may have several. */
  static Config source() {
    return ConfigProvider.getConfig(SessionExtension.class.getClassLoader());
  }

  SessionConfig config() {
    if (config == null) {
      throw new IllegalStateException(
          "Signet's configuration is read when the deployment is validated; no session exists before.");
    }
    return config;
  }
}
