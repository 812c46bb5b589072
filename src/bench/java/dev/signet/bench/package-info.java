/**
 * How fast sessions are read and written, beside the bare primitives on the same bytes. Run with
 * {@code mvn -Pbench test-compile exec:exec}; ratios matter, not times.
 */
@NullMarked
package dev.signet.bench;

import org.jspecify.annotations.NullMarked;
