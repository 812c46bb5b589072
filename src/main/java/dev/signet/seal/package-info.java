/**
 * Keys and tokens: seals bytes into a JWS (RFC 7515) or JWE (RFC 7516) and unseals them, without
 * knowledge of their content. Imports the rejection reasons from the root, and {@code
 * javax.crypto}, as the only package.
 */
@NullMarked
package dev.signet.seal;

import org.jspecify.annotations.NullMarked;
