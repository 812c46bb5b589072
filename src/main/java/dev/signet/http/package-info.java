/**
 * Cookies as header text: text in, text out (RFC 6265 and its revision, RFC 6265bis). Imports
 * nothing of the project and no framework.
 */
@NullMarked
package dev.signet.http;

import org.jspecify.annotations.NullMarked;
