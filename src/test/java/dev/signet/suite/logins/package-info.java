/** An application that lists and ends log-ins, for tests over HTTP with several servers. */
@NullMarked
package dev.signet.suite.logins;

import org.jspecify.annotations.NullMarked;
