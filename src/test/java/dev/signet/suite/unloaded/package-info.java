/** A test application whose Jakarta REST part does not load the library's filters. */
@NullMarked
package dev.signet.suite.unloaded;

import org.jspecify.annotations.NullMarked;
