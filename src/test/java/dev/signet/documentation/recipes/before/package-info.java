/** The version of an application that is replaced. */
@NullMarked
package dev.signet.documentation.recipes.before;

import org.jspecify.annotations.NullMarked;
