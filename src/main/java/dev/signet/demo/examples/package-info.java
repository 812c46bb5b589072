/**
 * The examples of five other session libraries, each short enough to read as documentation and with
 * its own path prefix. They share one session, because they are resources of one application.
 * Imports the root, and {@code websocket} for the WebSocket endpoint.
 */
@NullMarked
package dev.signet.demo.examples;

import org.jspecify.annotations.NullMarked;
