/**
 * The store in Redis or Valkey: {@link dev.signet.store.redis.RedisStore}. Imports the root and
 * {@code spi}, and is the only package that uses the client, which an application that uses this
 * store has to add.
 */
@NullMarked
package dev.signet.store.redis;

import org.jspecify.annotations.NullMarked;
