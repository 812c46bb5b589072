/**
 * The public API: sessions for Jakarta EE applications, stored in a signed cookie or in a store on
 * the server.
 *
 * <p>Inject {@link dev.signet.Session}; most applications need nothing else. This package imports
 * no other package of the project.
 */
@NullMarked
package dev.signet;

import org.jspecify.annotations.NullMarked;
