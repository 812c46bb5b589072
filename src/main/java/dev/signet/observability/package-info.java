/**
 * Counts what happens to sessions, where the server has MicroProfile Metrics. Imports the root,
 * {@code jakarta.inject} and {@code org.eclipse.microprofile.metrics}; loaded by {@code cdi} only
 * where that is there.
 */
@NullMarked
package dev.signet.observability;

import org.jspecify.annotations.NullMarked;
