/**
 * A session store in a table of an SQL database: {@link dev.signet.store.jdbc.JdbcStore}. One row
 * is one session; loading, creating, changing, moving and deleting it are one statement each.
 * Imports the exceptions of the root package, {@code spi}, {@code json}, the platform's {@code
 * java.sql} and {@code javax.naming}, and Jakarta Transactions if the server has it.
 */
@NullMarked
package dev.signet.store.jdbc;

import org.jspecify.annotations.NullMarked;
