/**
 * Benchmarks of reading and writing a session: compared with the bare primitives on the same bytes
 * and with other libraries of the JVM, with several keys, with rejected cookies, and by size.
 *
 * <pre>
 * mvn -Dmaven.test.skip package install:install
 * mvn -f src/bench/pom.xml compile exec:exec -Djmh.args="Peer -p size=200"
 * mvn -f src/bench/pom.xml compile exec:exec@ratios
 * </pre>
 *
 * <p>The first command installs the library, the second runs the benchmarks of a name and
 * parameter; without {@code jmh.args} it runs all. Ratios within one run matter, not times. Each
 * benchmark first asserts that a written session is read again and that a forged one is rejected.
 * The results, with the bytes allocated, are in {@code target/benchmarks.json}. The third command
 * measures {@linkplain Ratios the ratios} that the contract limits.
 */
@NullMarked
package dev.signet.bench;

import org.jspecify.annotations.NullMarked;
