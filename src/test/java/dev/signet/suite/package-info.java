/** Requests and responses over real HTTP: one suite, run on Open Liberty, RESTEasy and Jersey. */
@NullMarked
package dev.signet.suite;

import org.jspecify.annotations.NullMarked;
