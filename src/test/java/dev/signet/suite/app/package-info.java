/** The application that the HTTP suite talks to; the same on every server. */
@NullMarked
package dev.signet.suite.app;

import org.jspecify.annotations.NullMarked;
