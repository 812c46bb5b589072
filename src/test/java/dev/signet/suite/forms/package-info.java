/** An application that reads forms in every way that Jakarta REST has. */
@NullMarked
package dev.signet.suite.forms;

import org.jspecify.annotations.NullMarked;
