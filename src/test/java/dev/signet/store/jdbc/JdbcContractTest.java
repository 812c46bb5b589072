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
  @DisplayName("T2 T10 S2 every database keeps the contract of all stores")
  Stream<DynamicTest> contract() {
    return Arrays.stream(Database.values())
        .flatMap(
            database ->
                StoreContract.checks().stream()
                    .map(
                        check ->
                            dynamicTest(
                                database + ": " + check.text(), () -> run(database, check))));
  }

  private static void run(Database database, StoreContract.Check check) {
    try (var fixture = database.fixture()) {
      check.run(
          new JdbcStore(
              fixture.pool(), fixture.table(), Duration.ofSeconds(10), Clock.systemUTC()));
    }
  }
}
