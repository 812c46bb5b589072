/**
 * CDI: the injectable objects, and the validation of the configuration at deployment. Imports the
 * packages that it connects, {@code jakarta.enterprise} and {@code jakarta.inject}.
 */
@NullMarked
package dev.signet.cdi;

import org.jspecify.annotations.NullMarked;
