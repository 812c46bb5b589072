/**
 * Counters for session events if the server has MicroProfile Metrics. Imports the root, {@code
 * jakarta.inject} and {@code org.eclipse.microprofile.metrics}; loaded by {@code cdi} only if that
 * is present.
 */
@NullMarked
package dev.signet.observability;

import org.jspecify.annotations.NullMarked;
