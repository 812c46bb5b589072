/**
 * Sessions for Jakarta REST, kept in a signed cookie: the public API.
 *
 * <p>Inject a {@link dev.signet.Session}; everything else is for those who need more. This package
 * imports nothing else of the project.
 */
@NullMarked
package dev.signet;

import org.jspecify.annotations.NullMarked;
