/**
 * Keys and tokens: text is sealed into a JWS (RFC 7515) and opened again. Knows nothing of what the
 * text says. Imports the reasons of rejection from the root, and {@code javax.crypto}, which nobody
 * else may.
 */
@NullMarked
package dev.signet.seal;

import org.jspecify.annotations.NullMarked;
