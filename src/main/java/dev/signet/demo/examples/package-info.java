/**
 * The examples of five other session systems, each small enough to be read as documentation, under
 * a prefix of its own. They share one session, as resources of one application do. Imports the root
 * only.
 */
@NullMarked
package dev.signet.demo.examples;

import org.jspecify.annotations.NullMarked;
