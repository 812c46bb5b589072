/**
 * Refuses requests that another site may have made the browser send. Imports the root, {@code
 * config} and {@code core}.
 */
@NullMarked
package dev.signet.csrf;

import org.jspecify.annotations.NullMarked;
