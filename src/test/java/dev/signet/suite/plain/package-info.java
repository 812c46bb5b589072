/** Servlets and filters without annotations; a web.xml declares them. */
@NullMarked
package dev.signet.suite.plain;

import org.jspecify.annotations.NullMarked;
