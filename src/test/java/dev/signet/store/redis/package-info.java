/** Tests of the store in Redis, each with a real server of its own. */
@NullMarked
package dev.signet.store.redis;

import org.jspecify.annotations.NullMarked;
