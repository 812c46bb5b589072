/** An application with a clock of its own, and an executor that propagates the session. */
@NullMarked
package dev.signet.http.kit;

import org.jspecify.annotations.NullMarked;
