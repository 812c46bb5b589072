/** Tests of the guards, and of the mechanism of Jakarta Security. */
@NullMarked
package dev.signet.security;

import org.jspecify.annotations.NullMarked;
