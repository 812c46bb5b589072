/**
 * The caller of the session in the security of the platform: the {@code SecurityContext} and the
 * guards of Jakarta REST, and the authentication mechanism of Jakarta Security, which is loaded
 * only if the server has it. Imports the root, {@code config}, {@code core}, {@code http} and
 * {@code servlet}; Jakarta Servlet only if it is there.
 */
@NullMarked
package dev.signet.security;

import org.jspecify.annotations.NullMarked;
