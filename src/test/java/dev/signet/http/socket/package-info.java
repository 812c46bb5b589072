/** An application with WebSocket endpoints. */
@NullMarked
package dev.signet.http.socket;

import org.jspecify.annotations.NullMarked;
