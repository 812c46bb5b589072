/** Session beans that cannot be deployed. */
@NullMarked
package dev.signet.suite.faulty;

import org.jspecify.annotations.NullMarked;
