/** For whoever writes tests. Imports {@code spi} only, and no test framework. */
@NullMarked
package dev.signet.testing;

import org.jspecify.annotations.NullMarked;
