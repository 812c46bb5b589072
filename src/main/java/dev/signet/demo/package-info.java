/**
 * The demonstration that the WAR of this project runs; not part of the library. Imports the root
 * only, as any application would.
 */
@NullMarked
package dev.signet.demo;

import org.jspecify.annotations.NullMarked;
