/** A servlet that does not use the session. */
@NullMarked
package dev.signet.suite.bare;

import org.jspecify.annotations.NullMarked;
