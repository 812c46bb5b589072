package dev.signet.store.redis;

/**
 * The Lua scripts of the registry of log-ins. The command that makes a change take effect is the
 * last one of each script that may be refused, so that a refused script changes no log-in.
 */
final class LoginScripts {

  /**
   * Stores a log-in unless it has ended. Keys: the log-ins of the user, the ended ones. Arguments:
   * now and the end of the log-in in seconds, its id, and its text. Removes those that have
   * expired.
   */
  static final String ADD =
      """
      if redis.call('ZSCORE', KEYS[2], ARGV[3]) then return 0 end
      local last = tonumber(ARGV[2])
      local all = redis.call('HGETALL', KEYS[1])
      for i = 1, #all, 2 do
        if string.sub(all[i], 1, 1) == 'u' then
          local ends = tonumber(string.match(all[i + 1], '%d+$'))
          if ends <= tonumber(ARGV[1]) then
            redis.call('HDEL', KEYS[1], all[i], 'a' .. string.sub(all[i], 2))
          elseif ends > last then
            last = ends
          end
        end
      end
      redis.call('HSET', KEYS[1], 'u' .. ARGV[3], ARGV[5])
      local refused = redis.pcall('EXPIREAT', KEYS[1], last)
      if type(refused) == 'table' and refused.err then
        redis.call('HDEL', KEYS[1], 'u' .. ARGV[3])
        return refused
      end
      redis.call('HSET', KEYS[1], 'a' .. ARGV[3], ARGV[4])
      return 1
      """;

  /** Returns the fields of the log-ins of a user that have not ended. Keys as for {@link #ADD}. */
  static final String FIND =
      """
      local all = redis.call('HGETALL', KEYS[1])
      local found = {}
      for i = 1, #all, 2 do
        if not redis.call('ZSCORE', KEYS[2], string.sub(all[i], 2)) then
          table.insert(found, all[i])
          table.insert(found, all[i + 1])
        end
      end
      return found
      """;

  /**
   * Records uses of log-ins that exist. Keys: the log-ins of the user, for each use. Arguments:
   * now, and for each use the end of the log-in in seconds, its id, and the text of the use.
   */
  static final String USE =
      """
      for i, key in ipairs(KEYS) do
        local ends, id, use = ARGV[3 * i - 1], ARGV[3 * i], ARGV[3 * i + 1]
        local known = redis.call('HMGET', key, 'a' .. id, 'u' .. id)
        local later = known[2] and tonumber(string.match(known[2], ' (%d+)$')) > tonumber(ends)
        if known[1] and not later then
          if redis.call('TTL', key) < ends - ARGV[1] then
            redis.call('EXPIREAT', key, ends)
          end
          redis.call('HSET', key, 'u' .. id, use)
        end
      end
      return 1
      """;

  /**
   * Ends log-ins. Keys: the ended log-ins with the number of their end, the same with the second
   * until which they are remembered, and the state. Arguments: now, that second, the second in
   * which the state expires, a random name for the state if it is new, and ids.
   */
  static final String END =
      """
      redis.call('HSETNX', KEYS[3], 'name', ARGV[4])
      redis.call('EXPIREAT', KEYS[3], ARGV[3])
      local number = redis.call('HINCRBY', KEYS[3], 'number', 1)
      for i, id in ipairs(redis.call('ZRANGEBYSCORE', KEYS[2], '-inf', ARGV[1], 'LIMIT', 0, 1000)) do
        redis.call('ZREM', KEYS[1], id)
        redis.call('ZREM', KEYS[2], id)
      end
      for i = 5, #ARGV do redis.call('ZADD', KEYS[2], ARGV[2], ARGV[i]) end
      redis.call('EXPIREAT', KEYS[2], ARGV[3])
      for i = 5, #ARGV do redis.call('ZADD', KEYS[1], number, ARGV[i]) end
      redis.call('EXPIREAT', KEYS[1], ARGV[3])
      return 1
      """;

  /**
   * Ends all log-ins. Key: the state. Arguments: its expiry, a name for it if it is new, and the
   * time in milliseconds.
   */
  static final String END_EVERYONE =
      """
      redis.call('HSETNX', KEYS[1], 'name', ARGV[2])
      redis.call('EXPIREAT', KEYS[1], ARGV[1])
      local generation = redis.call('HINCRBY', KEYS[1], 'generation', 1)
      if generation < tonumber(ARGV[3]) then
        redis.call('HSET', KEYS[1], 'generation', ARGV[3])
      end
      return 1
      """;

  /**
   * Returns the name of the state, the number of the last end, the generation, and the ended
   * log-ins, each with the second until which it is remembered. Keys as for {@link #END}.
   * Arguments: the name and the number of an earlier answer, or empty texts.
   */
  static final String ENDED_SINCE =
      """
      local state = redis.call('HMGET', KEYS[3], 'name', 'number', 'generation')
      local from = '-inf'
      if state[1] and state[1] == ARGV[1] then from = '(' .. ARGV[2] end
      local answer = {state[1] or '', state[2] or '0', state[3] or '0'}
      for i, id in ipairs(redis.call('ZRANGEBYSCORE', KEYS[1], from, '+inf')) do
        table.insert(answer, id)
        table.insert(answer, redis.call('ZSCORE', KEYS[2], id) or '0')
      end
      return answer
      """;

  /**
   * Runs every command of the other scripts, and leaves nothing. Keys: a hash and a sorted set that
   * do not exist. Argument: the second in which they expire if they cannot be removed.
   *
   * <p>The first commands change nothing; {@code ZADD} is the first that writes, because once a
   * script has written, Redis no longer checks memory. A command that was accepted once is accepted
   * again in the same script.
   */
  static final String CHECK =
      """
      redis.call('HGETALL', KEYS[1])
      redis.call('HMGET', KEYS[1], 'name')
      redis.call('HEXISTS', KEYS[1], 'name')
      redis.call('TTL', KEYS[1])
      redis.call('ZSCORE', KEYS[2], 'name')
      redis.call('ZRANGEBYSCORE', KEYS[2], '-inf', '+inf', 'LIMIT', 0, 1)
      redis.call('ZADD', KEYS[2], 'XX', 0, 'name')
      redis.call('ZREM', KEYS[2], 'name')
      redis.call('HDEL', KEYS[1], 'name')
      redis.call('EXPIREAT', KEYS[1], ARGV[1])
      local refused
      for i, arguments in ipairs({{'HSETNX', 'name', '1'}, {'HSET', 'name', '1'}, {'HINCRBY', 'number', 1}}) do
        local answer = redis.pcall(arguments[1], KEYS[1], arguments[2], arguments[3])
        redis.call('EXPIREAT', KEYS[1], ARGV[1])
        if type(answer) == 'table' and answer.err then refused = refused or answer end
      end
      redis.call('HDEL', KEYS[1], 'name', 'number')
      return refused or 1
      """;

  private LoginScripts() {}
}
