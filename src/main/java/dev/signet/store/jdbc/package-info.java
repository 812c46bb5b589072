/**
 * Sessions in a table of an SQL database: {@link dev.signet.store.jdbc.JdbcStore}. One row is one
 * session, and one statement each reads, makes, changes, moves and ends it. Imports the exceptions
 * from the root, {@code spi}, {@code json}, and of the platform {@code java.sql}, {@code
 * javax.sql}.
 */
@NullMarked
package dev.signet.store.jdbc;

import org.jspecify.annotations.NullMarked;
