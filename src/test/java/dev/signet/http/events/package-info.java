/** An application that observes what happens to its sessions. */
@NullMarked
package dev.signet.http.events;

import org.jspecify.annotations.NullMarked;
