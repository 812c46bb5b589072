/**
 * The demo application in the WAR of this project; not part of the library. Imports only the root,
 * as any application would.
 */
@NullMarked
package dev.signet.demo;

import org.jspecify.annotations.NullMarked;
