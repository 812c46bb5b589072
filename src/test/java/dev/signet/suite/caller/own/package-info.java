/** Authentication mechanisms of applications. */
@NullMarked
package dev.signet.suite.caller.own;

import org.jspecify.annotations.NullMarked;
