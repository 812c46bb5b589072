/**
 * The life of one session: what it holds, when its cookie is accepted, and what the response sends.
 * Knows neither CDI nor Jakarta REST. Imports the root, {@code http}, {@code json}, {@code seal}
 * and {@code spi}, and no framework.
 */
@NullMarked
package dev.signet.core;

import org.jspecify.annotations.NullMarked;
