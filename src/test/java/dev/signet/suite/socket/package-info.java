/** An application with WebSocket endpoints. */
@NullMarked
package dev.signet.suite.socket;

import org.jspecify.annotations.NullMarked;
