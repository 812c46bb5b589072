package dev.signet.store.jdbc;

import java.sql.SQLException;

/**
 * A row exists, and an update of it reports no row: row security of the database hides it from the
 * user, or the driver does not report how many rows an update changes.
 */
final class HiddenRowException extends SQLException {

  private static final long serialVersionUID = 1L;

  HiddenRowException() {
    super("The update of a row that exists reports no row.", "02000");
  }
}
