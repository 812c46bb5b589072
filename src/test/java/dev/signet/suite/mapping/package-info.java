/** An application that maps exceptions itself, in general and in particular. */
@NullMarked
package dev.signet.suite.mapping;

import org.jspecify.annotations.NullMarked;
