/**
 * Keys and tokens: bytes are sealed into a JWS (RFC 7515) or JWE (RFC 7516) and opened again. Knows
 * nothing of what they say. Imports the reasons of rejection from the root, and {@code
 * javax.crypto}, which nobody else may.
 */
@NullMarked
package dev.signet.seal;

import org.jspecify.annotations.NullMarked;
