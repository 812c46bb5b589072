/**
 * Wiring: what is injected, and the check of the configuration at deployment. Imports all rooms
 * above and {@code jakarta.enterprise}, {@code jakarta.inject}.
 */
@NullMarked
package dev.signet.cdi;

import org.jspecify.annotations.NullMarked;
