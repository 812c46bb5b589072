/** An application whose keys change while it runs. */
@NullMarked
package dev.signet.suite.rotation;

import org.jspecify.annotations.NullMarked;
