/** The log of a test: kept in memory for assertions, and printed if the test fails. */
@NullMarked
package dev.signet.logging;

import org.jspecify.annotations.NullMarked;
