/** Random histories of requests, each checked against a model of what the contract allows. */
@NullMarked
package dev.signet.history;

import org.jspecify.annotations.NullMarked;
