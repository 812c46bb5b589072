package dev.signet.store.redis;

/**
 * The Lua scripts that write sessions. Each is sent whole in one {@code EVAL}, so a server that was
 * restarted or promoted needs no second round trip; the server compiles it once.
 *
 * <p>Arguments: the second in which the session ends, the second until which a move is remembered,
 * the number of fields to set, these with their values, then the fields to remove. Fields are
 * passed to the commands one by one, because Lua cannot pass thousands at once.
 *
 * <p>Redis does not undo a script when it refuses one of its commands (access rights, renamed
 * commands, memory, a read-only replica). Therefore each script first runs every command it needs
 * in a form that changes nothing, {@code HSET} first: once a script has written, Redis no longer
 * checks memory and replicas. A command that was accepted once is accepted again in the same
 * script.
 */
final class LuaScripts {

  private static final String START =
      """
      local last = 3 + 2 * ARGV[3]
      local ended = redis.call('HGET', KEYS[1], 'e')
      """;

  /** Runs the commands without a change, then sets the new end; an end in the past deletes. */
  private static final String CHECK =
      """
      redis.call('HSET', KEYS[1], 'e', ended)
      if last < #ARGV then redis.call('HDEL', KEYS[1], '') end
      """;

  private static final String EXPIRE =
      """
      redis.call('EXPIREAT', KEYS[1], ARGV[1])
      if not redis.call('HGET', KEYS[1], 'e') then return 1 end
      """;

  private static final String WRITE =
      """
      local key = KEYS[#KEYS]
      redis.call('HSET', key, 'e', ARGV[1])
      for i = 4, last, 2 do redis.call('HSET', key, ARGV[i], ARGV[i + 1]) end
      for i = last + 1, #ARGV do redis.call('HDEL', key, ARGV[i]) end
      return 1
      """;

  /**
   * Writes a new session. There is no form of {@code EXPIREAT} that changes nothing here: before
   * {@code HSET} it would switch off the check of memory, after it the key exists. Redis 7 and
   * Valkey answer whether the user may run it; older servers refuse it after the first field, which
   * is removed again by {@code HDEL} or {@code DEL}.
   */
  static final String CREATE =
      START
          + """
          if redis.acl_check_cmd and not redis.acl_check_cmd('EXPIREAT', KEYS[1], ARGV[1]) then
            return redis.error_reply("NOPERM this user has no permissions to run the 'expireat' command")
          end
          redis.call('HSET', KEYS[1], 'e', ARGV[1])
          local refused = redis.pcall('EXPIREAT', KEYS[1], ARGV[1])
          if type(refused) == 'table' and refused.err then
            if not ended and redis.pcall('HDEL', KEYS[1], 'e') ~= 1 then redis.call('DEL', KEYS[1]) end
            return refused
          end
          if not redis.call('HGET', KEYS[1], 'e') then return 1 end
          """
          + WRITE;

  /** Changes a session; returns 0 if it does not exist. */
  static final String UPDATE = START + "if not ended then return 0 end\n" + CHECK + EXPIRE + WRITE;

  /**
   * Changes a session and renames its key; returns 0 if it does not exist. If the script is
   * repeated because its first answer was lost, the second key exists instead of the first, and it
   * returns 1.
   *
   * <p>{@code RENAME} of a key to itself changes nothing. The first key then is a hash without an
   * end, which is no session, and expires after a minute.
   */
  static final String MOVE =
      START
          + """
          if not ended then return redis.call('HGET', KEYS[2], 'e') and 1 or 0 end
          """
          + CHECK
          + "redis.call('RENAME', KEYS[1], KEYS[1])\n"
          + EXPIRE
          + """
          redis.call('RENAME', KEYS[1], KEYS[2])
          redis.call('HSET', KEYS[1], 'm', 1)
          redis.call('EXPIREAT', KEYS[1], ARGV[2])
          """
          + WRITE;

  /** Deletes a session; returns 0 if it does not exist, and keeps the mark of a moved one. */
  static final String DELETE =
      """
      if not redis.call('HGET', KEYS[1], 'e') then return 0 end
      return redis.call('DEL', KEYS[1])
      """;

  private LuaScripts() {}
}
