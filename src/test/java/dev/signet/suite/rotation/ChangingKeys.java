package dev.signet.suite.rotation;

import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.eclipse.microprofile.config.spi.ConfigSource;
import org.jspecify.annotations.Nullable;

/** A source of configuration that is told what to answer. */
public class ChangingKeys implements ConfigSource {

  static final Map<String, String> PROPERTIES = new ConcurrentHashMap<>();

  @Override
  public int getOrdinal() {
    return 500;
  }

  @Override
  public Map<String, String> getProperties() {
    return PROPERTIES;
  }

  @Override
  public Set<String> getPropertyNames() {
    return PROPERTIES.keySet();
  }

  @Override
  public @Nullable String getValue(String name) {
    return PROPERTIES.get(name);
  }

  @Override
  public String getName() {
    return "changing";
  }
}
