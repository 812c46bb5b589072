/** Servlets and pages that are posted to, beside Jakarta REST. */
@NullMarked
package dev.signet.suite.posts;

import org.jspecify.annotations.NullMarked;
