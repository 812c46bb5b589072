/**
 * The page of the demo: a desk that stores data of its visitor in the session, and an inspector
 * that shows what Signet did. Do not copy it into a real application: the inspector makes the
 * cookie readable for a script, and the page sets forged cookies. Imports only the root.
 */
@NullMarked
package dev.signet.demo.desk;

import org.jspecify.annotations.NullMarked;
