/** The version of an application that replaces another. */
@NullMarked
package dev.signet.documentation.recipes.after;

import org.jspecify.annotations.NullMarked;
