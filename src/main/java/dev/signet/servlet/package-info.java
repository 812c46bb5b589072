/**
 * The session of a request in a servlet container: one for filters, servlets, pages and Jakarta
 * REST, written before the response is committed, however it is committed. Loaded only if the
 * servlet API is there. Imports the root, {@code cdi}, {@code core}, {@code csrf} and {@code http}.
 */
@NullMarked
package dev.signet.servlet;

import org.jspecify.annotations.NullMarked;
