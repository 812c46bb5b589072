package dev.signet.store.redis;

/**
 * What the server runs at one go, in Lua. Sent whole each time (the server compiles it once): so a
 * server that was started anew, or took over, costs no second round trip.
 *
 * <p>Arguments: the second the session ends in, how many fields are set, these with their values,
 * then the fields to remove. They are taken one by one, since Lua cannot pass thousands at once.
 * {@code HSET} goes first: it alone may be refused when memory is used up, and then nothing has
 * happened yet. {@code EXPIREAT} goes last: a time in the past deletes the key.
 */
final class LuaScripts {

  private static final String WRITE =
      """
      redis.call('HSET', KEYS[1], 'e', ARGV[1])
      local last = 2 + 2 * ARGV[2]
      for i = 3, last, 2 do redis.call('HSET', KEYS[1], ARGV[i], ARGV[i + 1]) end
      for i = last + 1, #ARGV do redis.call('HDEL', KEYS[1], ARGV[i]) end
      """;

  private static final String EXPIRE =
      """
      redis.call('EXPIREAT', KEYS[#KEYS], ARGV[1])
      return 1
      """;

  /** Writes a session; what the key had before is gone. */
  static final String CREATE = "redis.call('DEL', KEYS[1])\n" + WRITE + EXPIRE;

  /** Changes a session that exists; answers 0 where it does not. */
  static final String UPDATE =
      "if redis.call('EXISTS', KEYS[1]) == 0 then return 0 end\n" + WRITE + EXPIRE;

  /**
   * Changes a session that exists and renames its key; answers 0 where there is none. Asked again
   * because the first answer got lost, it finds the second key in the place of the first.
   */
  static final String MOVE =
      "if redis.call('EXISTS', KEYS[1]) == 0 then return redis.call('EXISTS', KEYS[2]) end\n"
          + WRITE
          + "redis.call('RENAME', KEYS[1], KEYS[2])\n"
          + EXPIRE;

  private LuaScripts() {}
}
