/** An application that observes what happens to its sessions. */
@NullMarked
package dev.signet.suite.events;

import org.jspecify.annotations.NullMarked;
