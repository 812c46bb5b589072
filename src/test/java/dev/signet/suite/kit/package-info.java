/** An application with a clock of its own, and an executor that propagates the session. */
@NullMarked
package dev.signet.suite.kit;

import org.jspecify.annotations.NullMarked;
