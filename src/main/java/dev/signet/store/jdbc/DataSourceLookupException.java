package dev.signet.store.jdbc;

import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/** The name in JNDI does not lead to a data source. */
final class DataSourceLookupException extends SQLException {

  private static final long serialVersionUID = 1L;

  private final boolean configuration;

  /**
   * @param configuration whether only another configuration can help
   */
  DataSourceLookupException(String message, boolean configuration, @Nullable Throwable cause) {
    super(message, "08001", cause);
    this.configuration = configuration;
  }

  boolean isConfiguration() {
    return configuration;
  }
}
