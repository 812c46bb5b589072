package dev.signet.servlet;

/** Returns which APIs of servlet containers are available to the application. */
final class ServletApi {

  private static final boolean AVAILABLE = isVisible("jakarta.servlet.Filter");
  private static final boolean ON_JERSEY =
      isVisible("org.glassfish.jersey.servlet.internal.spi.ServletContainerProvider");

  private static final boolean ON_QUARKUS =
      isVisible("io.quarkus.undertow.runtime.UndertowDeploymentRecorder");

  private ServletApi() {}

  /** Returns whether there is a servlet API. */
  static boolean isAvailable() {
    return AVAILABLE;
  }

  /** Returns whether Jersey calls {@link JerseyStartup} when the servlet context starts. */
  static boolean isOnJersey() {
    return ON_JERSEY;
  }

  /** Returns whether Quarkus has servlets, which its extension {@code quarkus-undertow} adds. */
  static boolean isOnQuarkus() {
    return ON_QUARKUS;
  }

  private static boolean isVisible(String type) {
    try {
      Class.forName(type, false, ServletApi.class.getClassLoader());
      return true;
    } catch (ClassNotFoundException | LinkageError e) {
      return false;
    }
  }
}
