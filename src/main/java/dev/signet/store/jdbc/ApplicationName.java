package dev.signet.store.jdbc;

import javax.naming.InitialContext;
import javax.naming.NamingException;

/** The name of the running application, as Jakarta EE publishes it in JNDI (Platform 10, 5.2.2). */
public final class ApplicationName {

  private ApplicationName() {}

  /**
   * Returns the name of the application, followed by that of the module if it differs, or an empty
   * text outside of a container. Characters other than ASCII letters, digits, {@code .}, {@code -}
   * and {@code _} are replaced.
   */
  public static String find() {
    String application = named("java:app/AppName");
    String module = named("java:module/ModuleName");
    String name =
        module.isEmpty() || module.equals(application) ? application : application + "-" + module;
    return name.replaceAll("[^A-Za-z0-9._-]", "_");
  }

  @SuppressWarnings("BanJNDI") // constant names
  private static String named(String name) {
    try {
      return new InitialContext().lookup(name) instanceof String found ? found : "";
    } catch (NamingException e) {
      return "";
    }
  }
}
