/**
 * The page of the demo: a desk that stores data of its visitor in the session, and a looking glass
 * that shows what Signet did. Do not copy it into a real application: the looking glass makes the
 * cookie readable for a script, and the page sets forged cookies. Imports only the root.
 */
@NullMarked
package dev.signet.demo.desk;

import org.jspecify.annotations.NullMarked;
