/**
 * The registry of log-ins: which have ended, and the log-ins of a user. Imports the root, {@code
 * core}, {@code json}, {@code seal} and {@code spi}.
 */
@NullMarked
package dev.signet.login;

import org.jspecify.annotations.NullMarked;
