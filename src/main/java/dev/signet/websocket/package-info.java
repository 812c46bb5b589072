/**
 * The session in WebSocket endpoints. Nobody else knows this room, so it is not even loaded where
 * there are none. Imports the root, {@code config}, {@code core} and {@code csrf}.
 */
@NullMarked
package dev.signet.websocket;

import org.jspecify.annotations.NullMarked;
