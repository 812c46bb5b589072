/** An application that reads multipart forms, which not every implementation does by itself. */
@NullMarked
package dev.signet.suite.parts;

import org.jspecify.annotations.NullMarked;
