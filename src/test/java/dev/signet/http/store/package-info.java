/** An application with a store of its own. */
@NullMarked
package dev.signet.http.store;

import org.jspecify.annotations.NullMarked;
