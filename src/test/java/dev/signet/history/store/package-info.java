/** A store that fails as it is told, as a bean of an application in this process. */
@NullMarked
package dev.signet.history.store;

import org.jspecify.annotations.NullMarked;
