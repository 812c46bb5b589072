/**
 * Other libraries that put content into a signed text, each used in the way its own documentation
 * shows, with everything made once that may be made once, and with its check of the expiry where it
 * has one.
 */
@NullMarked
package dev.signet.bench.peer;

import org.jspecify.annotations.NullMarked;
