package dev.signet.store.jdbc;

import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.signet.testing.StoreContract;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

class JdbcContractTest {

  @TestFactory
  @DisplayName("T2 S2 the contract of all stores, on every database")
  Stream<DynamicTest> contract() {
    return Arrays.stream(Database.values())
        .flatMap(
            database ->
                StoreContract.promises().stream()
                    .map(
                        promise ->
                            dynamicTest(
                                database + ": " + promise.text(), () -> check(database, promise))));
  }

  private static void check(Database database, StoreContract.Promise promise) {
    try (var site = database.site()) {
      promise.check(
          new JdbcStore(site.pool(), site.table(), Duration.ofSeconds(10), Clock.systemUTC()));
    }
  }
}
