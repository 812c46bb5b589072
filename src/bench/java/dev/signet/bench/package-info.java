/**
 * How fast sessions are read and written: beside the bare primitives on the same bytes, beside
 * other libraries of the JVM, with many keys, with cookies that are refused, with more and more
 * content. One class is one group; {@code mvn -Pbench test-compile exec:exec} runs them all, {@code
 * -Djmh.args="Peer -p size=200"} those of a name and parameter. Ratios within one run matter, not
 * times.
 *
 * <p>Each benchmark asserts first that what was written is read again, and that what was forged is
 * not. Results are in {@code target/benchmarks.json} as well, with the bytes allocated.
 */
@NullMarked
package dev.signet.bench;

import org.jspecify.annotations.NullMarked;
