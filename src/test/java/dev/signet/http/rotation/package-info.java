/** An application whose keys change while it runs. */
@NullMarked
package dev.signet.http.rotation;

import org.jspecify.annotations.NullMarked;
