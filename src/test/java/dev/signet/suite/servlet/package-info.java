/** An application without Jakarta REST resources that asks for the session nevertheless. */
@NullMarked
package dev.signet.suite.servlet;

import org.jspecify.annotations.NullMarked;
