/** A store for an application with guarded resources. */
@NullMarked
package dev.signet.suite.guard.down;

import org.jspecify.annotations.NullMarked;
