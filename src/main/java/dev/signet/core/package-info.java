/**
 * The lifecycle of a session: its attributes, the checks of its cookie, and the response header.
 * Knows neither CDI nor Jakarta REST. Imports the root, {@code http}, {@code json}, {@code seal}
 * and {@code spi}, and no framework.
 */
@NullMarked
package dev.signet.core;

import org.jspecify.annotations.NullMarked;
