package dev.signet.store.jdbc;

import java.sql.SQLException;

/**
 * The connection belongs to a transaction of the application, which cannot be suspended here. Its
 * rollback would discard the change of a session whose cookie was sent.
 */
final class EnlistedConnectionException extends SQLException {

  private static final long serialVersionUID = 1L;

  EnlistedConnectionException(SQLException cause) {
    super("The connection belongs to a transaction of the application.", "25000", cause);
  }
}
