/**
 * CSRF protection: refuses requests that another site may have made the browser send. Imports the
 * root, {@code config}, {@code core} and {@code http}.
 */
@NullMarked
package dev.signet.csrf;

import org.jspecify.annotations.NullMarked;
