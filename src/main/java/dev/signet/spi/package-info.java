/**
 * The interface of a store for sessions on the server, {@link dev.signet.spi.SessionStore}, and its
 * types. Imports no other package of the project.
 */
@NullMarked
package dev.signet.spi;

import org.jspecify.annotations.NullMarked;
