package com.example.load.bare;

import java.net.URI;
import java.util.HashMap;
import java.util.Map;
import redis.clients.jedis.ConnectionPoolConfig;
import redis.clients.jedis.RedisClient;

/** HGETALL and HSET by Jedis. */
final class RedisRows implements Rows {

  private static final long SECONDS = 1_209_600;

  private final RedisClient redis;

  RedisRows() {
    int connections = Integer.parseInt(System.getenv("LOAD_CONNECTIONS"));
    var pool = new ConnectionPoolConfig();
    pool.setMaxTotal(connections);
    pool.setMaxIdle(connections);
    redis =
        RedisClient.builder()
            .fromURI(URI.create(System.getenv("LOAD_REDIS_URI")).toString())
            .poolConfig(pool)
            .build();
  }

  @Override
  public void create(String id, Map<String, Object> row) {
    Map<String, String> texts = new HashMap<>();
    row.forEach((name, value) -> texts.put(name, String.valueOf(value)));
    redis.hset("bare:" + id, texts);
    redis.expire("bare:" + id, SECONDS);
  }

  @Override
  public Map<String, String> read(String id) {
    return redis.hgetAll("bare:" + id);
  }

  @Override
  public void write(String id, Map<String, String> row, int count) {
    redis.hset("bare:" + id, "count", String.valueOf(count));
  }
}
