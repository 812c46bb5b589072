/**
 * Jakarta REST beside servlets, on servers whose resources the servlet container does not serve.
 */
@NullMarked
package dev.signet.suite.beside;

import org.jspecify.annotations.NullMarked;
