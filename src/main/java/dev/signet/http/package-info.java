/**
 * Parsing and writing of HTTP headers: cookies (RFC 6265 and its revision, RFC 6265bis), origins
 * and lists. Imports no other package of the project and no framework.
 */
@NullMarked
package dev.signet.http;

import org.jspecify.annotations.NullMarked;
