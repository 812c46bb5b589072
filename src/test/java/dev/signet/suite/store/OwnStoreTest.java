package dev.signet.suite.store;

import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.signet.testing.StoreContract;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

class OwnStoreTest {

  @TestFactory
  @DisplayName("T2 S2 the store of an application keeps the contract of all stores")
  Stream<DynamicTest> contract() {
    var store = new OwnStore();
    return StoreContract.checks().stream()
        .map(check -> dynamicTest(check.text(), () -> check.run(store)));
  }
}
