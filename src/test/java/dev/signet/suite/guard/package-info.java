/** An application with guarded resources. */
@NullMarked
package dev.signet.suite.guard;

import org.jspecify.annotations.NullMarked;
