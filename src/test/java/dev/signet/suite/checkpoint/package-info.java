/** A configuration source that logs when the key is read. */
@NullMarked
package dev.signet.suite.checkpoint;

import org.jspecify.annotations.NullMarked;
