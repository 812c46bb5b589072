/** Servlets in the place of JSP pages, for servers without JSP. */
@NullMarked
package dev.signet.suite.pages;

import org.jspecify.annotations.NullMarked;
