/**
 * Keys and tokens: seals bytes into a JWS (RFC 7515) or JWE (RFC 7516) and unseals them, without
 * knowledge of their content. Imports the rejection reasons from the root, the size of cookies from
 * {@code http}, and {@code javax.crypto}, which no other package uses.
 */
@NullMarked
package dev.signet.seal;

import org.jspecify.annotations.NullMarked;
