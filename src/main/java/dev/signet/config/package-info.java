/**
 * All options: names, permitted values, and one message with every fault. Imports {@code http},
 * {@code seal}, and {@code org.eclipse.microprofile.config}.
 */
@NullMarked
package dev.signet.config;

import org.jspecify.annotations.NullMarked;
