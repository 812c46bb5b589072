/**
 * The page of the demonstration: a case desk that remembers its visitor, and a looking glass that
 * shows what Signet did. Nothing of this belongs into a real application: the looking glass hands
 * the cookie to a script, and the mischief plants cookies. Imports the root only.
 */
@NullMarked
package dev.signet.demo.desk;

import org.jspecify.annotations.NullMarked;
