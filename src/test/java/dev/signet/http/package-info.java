/** Requests and responses over real HTTP: one suite, run on Open Liberty, RESTEasy and Jersey. */
@NullMarked
package dev.signet.http;

import org.jspecify.annotations.NullMarked;
