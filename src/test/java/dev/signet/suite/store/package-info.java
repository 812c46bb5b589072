/** An application with a store of its own. */
@NullMarked
package dev.signet.suite.store;

import org.jspecify.annotations.NullMarked;
