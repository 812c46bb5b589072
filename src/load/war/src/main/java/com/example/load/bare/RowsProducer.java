package com.example.load.bare;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/** Opens the store that the environment names. */
@ApplicationScoped
public class RowsProducer {

  @Produces
  @Singleton
  Rows rows() {
    return System.getenv("LOAD_STORE").equals("redis") ? new RedisRows() : new SqlRows();
  }
}
