/**
 * Every option, once: what it is called, what it may be, and all that is wrong with it in one
 * message. Imports {@code http}, {@code seal}, and {@code org.eclipse.microprofile.config}, which
 * nobody else reads.
 */
@NullMarked
package dev.signet.config;

import org.jspecify.annotations.NullMarked;
