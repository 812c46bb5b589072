/** An application whose servlets, beans and resources are guarded by the server. */
@NullMarked
package dev.signet.suite.caller;

import org.jspecify.annotations.NullMarked;
