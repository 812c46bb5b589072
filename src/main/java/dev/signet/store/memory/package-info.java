/** Sessions in the memory of one server, for tests and a single node. Imports {@code spi} only. */
@NullMarked
package dev.signet.store.memory;

import org.jspecify.annotations.NullMarked;
