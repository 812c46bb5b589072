/**
 * The session in WebSocket endpoints. No other package imports it, so it is not loaded if there are
 * none. Imports the root, {@code config}, {@code core}, {@code csrf} and {@code http}.
 */
@NullMarked
package dev.signet.websocket;

import org.jspecify.annotations.NullMarked;
