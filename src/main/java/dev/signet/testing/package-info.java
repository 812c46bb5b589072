/**
 * Tools for tests of applications: a client that keeps cookies as a browser does, session cookies
 * of any content and age, a clock, and the contract of stores. Needs no test framework. Imports the
 * root, {@code spi}, {@code http}, {@code core}, {@code json} and {@code seal}.
 */
@NullMarked
package dev.signet.testing;

import org.jspecify.annotations.NullMarked;
