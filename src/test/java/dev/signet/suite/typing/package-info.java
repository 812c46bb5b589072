/** A customizer that the deployment refuses. */
@NullMarked
package dev.signet.suite.typing;

import org.jspecify.annotations.NullMarked;
