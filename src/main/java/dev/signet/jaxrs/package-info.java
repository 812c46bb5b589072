/**
 * Jakarta REST: the filters that load and save sessions, the feature that registers them, and the
 * session manager. Imports the root, {@code cdi}, {@code core}, {@code csrf}, {@code http} and
 * {@code security}.
 */
@NullMarked
package dev.signet.jaxrs;

import org.jspecify.annotations.NullMarked;
