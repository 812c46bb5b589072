package dev.signet.config;

import static java.util.Objects.requireNonNull;

import dev.signet.http.SetCookie;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.util.HashMap;
import java.util.Map;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.spi.ConfigSource;

/** Configurations as an application writes them, read by a real MicroProfile Config. */
final class Configured {

  /** A key nobody has to complain of. */
  static final String KEY = "k7Qm2vXw9qTz0bH4rYcE5nLs8dPfJ1gA6uWi3oRt";

  private Configured() {}

  /** Returns what a good key and these options, each a key followed by its value, come to. */
  static SessionConfig with(String... options) throws SessionConfigException {
    return SessionConfig.read(config(withKey(options)));
  }

  /** Returns what is said against a good key with these options. */
  static String faultsWith(String... options) {
    return faults(config(withKey(options)));
  }

  /** Returns what is said against these options, which have to say the key themselves. */
  static String faultsOf(String... options) {
    return faults(config(map(options)));
  }

  static String faults(Config config) {
    try {
      SessionConfig.read(config);
    } catch (SessionConfigException e) {
      return requireNonNull(e.getMessage());
    }
    throw new AssertionError("The configuration was accepted.");
  }

  static Config config(Map<String, String> options) {
    return config(new PropertiesConfigSource(options, "test", 100));
  }

  static Config config(ConfigSource source) {
    return new SmallRyeConfigBuilder().addDefaultInterceptors().withSources(source).build();
  }

  static Map<String, String> withKey(String... options) {
    Map<String, String> all = map(options);
    all.putIfAbsent("session.secret-key", KEY);
    return all;
  }

  private static Map<String, String> map(String... options) {
    Map<String, String> map = new HashMap<>();
    for (int i = 0; i < options.length; i += 2) {
      map.put(options[i], options[i + 1]);
    }
    return map;
  }

  /** Returns the header of a cookie with the value {@code x} that ends with the browser. */
  static String header(SetCookie cookie, boolean secure) {
    return cookie.beforeValue() + "x" + cookie.afterValue(null, secure);
  }
}
