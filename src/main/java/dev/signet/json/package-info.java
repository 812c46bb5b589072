/**
 * Attributes and claims to JSON text and back. The one place that knows the JSON library; imports
 * the exceptions from the root and {@code com.fasterxml.jackson}.
 */
@NullMarked
package dev.signet.json;

import org.jspecify.annotations.NullMarked;
