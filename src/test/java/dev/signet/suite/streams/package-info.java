/** Resources whose responses are streams, for servers that call no response filter for them. */
@NullMarked
package dev.signet.suite.streams;

import org.jspecify.annotations.NullMarked;
