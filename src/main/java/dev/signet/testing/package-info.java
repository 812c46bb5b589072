/**
 * For whoever writes tests: a client that keeps cookies as a browser does, session cookies of any
 * content and age, a clock to set, and the contract of stores. Needs no test framework. Imports the
 * root, {@code spi}, and what makes and reads cookies: {@code http}, {@code core}, {@code seal}.
 */
@NullMarked
package dev.signet.testing;

import org.jspecify.annotations.NullMarked;
