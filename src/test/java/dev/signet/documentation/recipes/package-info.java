/** The application of the page with recipes. Each class is one sample, whole or in part. */
@NullMarked
package dev.signet.documentation.recipes;

import org.jspecify.annotations.NullMarked;
