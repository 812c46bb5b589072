/** The command line of the jar, for people who operate an application. */
@NullMarked
package dev.signet.tools;

import org.jspecify.annotations.NullMarked;
