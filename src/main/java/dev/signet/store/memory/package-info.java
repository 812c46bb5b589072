/** A session store in the memory of one server, for tests and single nodes. Imports {@code spi}. */
@NullMarked
package dev.signet.store.memory;

import org.jspecify.annotations.NullMarked;
