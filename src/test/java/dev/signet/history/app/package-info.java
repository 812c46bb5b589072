/** An application whose requests are told from outside what to do with their session. */
@NullMarked
package dev.signet.history.app;

import org.jspecify.annotations.NullMarked;
