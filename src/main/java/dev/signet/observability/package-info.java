/**
 * Counters for session events through MicroProfile Metrics and OpenTelemetry, and a health check of
 * the session store through MicroProfile Health. Imports the root, {@code jakarta.inject} and these
 * APIs; {@code cdi} loads a class only if its API is present.
 */
@NullMarked
package dev.signet.observability;

import org.jspecify.annotations.NullMarked;
