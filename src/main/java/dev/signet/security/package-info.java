/**
 * The caller of the session in the security of Jakarta REST: the {@code SecurityContext}, and the
 * annotations that guard resources. Imports the root, {@code config}, {@code core} and {@code
 * http}; Jakarta Servlet only if it is there.
 */
@NullMarked
package dev.signet.security;

import org.jspecify.annotations.NullMarked;
