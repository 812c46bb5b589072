/**
 * The way in and the way out of Jakarta REST: a pair of filters, the feature that registers them,
 * and the manager for those who do without. Imports the root, {@code cdi}, {@code core} and {@code
 * csrf}.
 */
@NullMarked
package dev.signet.jaxrs;

import org.jspecify.annotations.NullMarked;
