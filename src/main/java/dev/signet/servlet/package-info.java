/**
 * Sessions in servlet containers: filters, servlets, pages and Jakarta REST share one session per
 * request, and it is written before the response is committed. Loaded only if the servlet API is
 * available. Imports the root, {@code cdi}, {@code core}, {@code csrf} and {@code http}.
 */
@NullMarked
package dev.signet.servlet;

import org.jspecify.annotations.NullMarked;
