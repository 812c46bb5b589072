/** An application that commits responses in every way that a servlet container knows. */
@NullMarked
package dev.signet.suite.commit;

import org.jspecify.annotations.NullMarked;
