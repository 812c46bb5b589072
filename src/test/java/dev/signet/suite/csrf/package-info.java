/** An application with forms, of which other sites know the addresses. */
@NullMarked
package dev.signet.suite.csrf;

import org.jspecify.annotations.NullMarked;
