package dev.signet.store.jdbc;

import java.sql.SQLException;

/** MySQL or MariaDB would cut values that are too long, and report success. */
final class LaxSqlModeException extends SQLException {

  private static final long serialVersionUID = 1L;

  LaxSqlModeException() {
    super("The sql_mode of the connection is not strict.", "22001");
  }
}
