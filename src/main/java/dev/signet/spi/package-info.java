/**
 * What whoever keeps sessions on the server implements: a {@link dev.signet.spi.SessionStore}.
 * Imports nothing else of the project.
 */
@NullMarked
package dev.signet.spi;

import org.jspecify.annotations.NullMarked;
