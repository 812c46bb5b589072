package dev.signet.suite.checkpoint;

import java.lang.System.Logger.Level;
import java.util.Set;
import org.eclipse.microprofile.config.spi.ConfigSource;
import org.jspecify.annotations.Nullable;

/** The only source of the key. */
public class LoggedKey implements ConfigSource {

  /** The text that is logged whenever the key is read. */
  public static final String READ = "The key has been read.";

  private static final String KEY = "session.secret-key";

  @Override
  public Set<String> getPropertyNames() {
    return Set.of(KEY);
  }

  @Override
  public @Nullable String getValue(String name) {
    if (!name.equals(KEY)) {
      return null;
    }
    System.getLogger(LoggedKey.class.getName()).log(Level.INFO, READ);
    return "checkpoint-Hj4Wq8Zt2Nc6Vx1Rb5Km9Ls3Pd7Gf0Ty";
  }

  @Override
  public String getName() {
    return "logged";
  }
}
