/**
 * Conversion of attributes and claims to JSON text and back. The only package that uses the JSON
 * library: imports the exceptions from the root and {@code com.fasterxml.jackson}.
 */
@NullMarked
package dev.signet.json;

import org.jspecify.annotations.NullMarked;
