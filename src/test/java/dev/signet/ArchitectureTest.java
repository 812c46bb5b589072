package dev.signet;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaAccess.Predicates.target;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.equivalentTo;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameMatching;
import static com.tngtech.archunit.core.domain.properties.HasOwner.Predicates.With.owner;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import jakarta.ws.rs.core.GenericType;
import java.io.ObjectInputStream;
import java.nio.ByteBuffer;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** The dependencies between the packages of the library, and on other libraries. */
class ArchitectureTest {

  private static final String CONSTANT_TIME = "java.security.MessageDigest.isEqual(";

  private static final JavaClasses OURS =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages("dev.signet");

  /** Each package, and the packages of the library that it may import. */
  private static final Map<String, List<String>> ALLOWED_IMPORTS =
      Map.ofEntries(
          entry("dev.signet", List.of()),
          entry("dev.signet.spi", List.of()),
          entry(
              "dev.signet.testing",
              List.of(
                  "dev.signet",
                  "dev.signet.http",
                  "dev.signet.core",
                  "dev.signet.json",
                  "dev.signet.seal",
                  "dev.signet.spi")),
          entry("dev.signet.store.memory", List.of("dev.signet.spi")),
          entry("dev.signet.observability", List.of("dev.signet")),
          entry("dev.signet.http", List.of()),
          entry("dev.signet.seal", List.of("dev.signet", "dev.signet.http")),
          entry("dev.signet.tools", List.of("dev.signet", "dev.signet.http", "dev.signet.seal")),
          entry("dev.signet.json", List.of("dev.signet")),
          entry(
              "dev.signet.config",
              List.of(
                  "dev.signet.http",
                  "dev.signet.seal",
                  "dev.signet.store.jdbc",
                  "dev.signet.store.redis")),
          entry(
              "dev.signet.core",
              List.of(
                  "dev.signet",
                  "dev.signet.http",
                  "dev.signet.json",
                  "dev.signet.seal",
                  "dev.signet.spi")),
          entry(
              "dev.signet.cdi",
              List.of(
                  "dev.signet",
                  "dev.signet.config",
                  "dev.signet.http",
                  "dev.signet.core",
                  "dev.signet.json",
                  "dev.signet.login",
                  "dev.signet.observability",
                  "dev.signet.seal",
                  "dev.signet.spi",
                  "dev.signet.store.jdbc",
                  "dev.signet.store.memory",
                  "dev.signet.store.redis")),
          entry(
              "dev.signet.login",
              List.of(
                  "dev.signet",
                  "dev.signet.core",
                  "dev.signet.json",
                  "dev.signet.seal",
                  "dev.signet.spi")),
          entry("dev.signet.store.redis", List.of("dev.signet", "dev.signet.spi")),
          entry(
              "dev.signet.jaxrs",
              List.of(
                  "dev.signet",
                  "dev.signet.cdi",
                  "dev.signet.core",
                  "dev.signet.csrf",
                  "dev.signet.http",
                  "dev.signet.security")),
          entry(
              "dev.signet.security",
              List.of(
                  "dev.signet",
                  "dev.signet.config",
                  "dev.signet.core",
                  "dev.signet.http",
                  "dev.signet.servlet")),
          entry(
              "dev.signet.servlet",
              List.of(
                  "dev.signet",
                  "dev.signet.cdi",
                  "dev.signet.core",
                  "dev.signet.csrf",
                  "dev.signet.http")),
          entry(
              "dev.signet.websocket",
              List.of(
                  "dev.signet",
                  "dev.signet.config",
                  "dev.signet.core",
                  "dev.signet.csrf",
                  "dev.signet.http")),
          entry(
              "dev.signet.csrf",
              List.of("dev.signet", "dev.signet.config", "dev.signet.core", "dev.signet.http")),
          entry(
              "dev.signet.store.jdbc", List.of("dev.signet", "dev.signet.spi", "dev.signet.json")),
          entry("dev.signet.demo", List.of("dev.signet")),
          entry("dev.signet.demo.desk", List.of("dev.signet")),
          entry("dev.signet.demo.examples", List.of("dev.signet", "dev.signet.websocket")));

  /** Each library or API, and the packages that may import it. */
  private static final Map<String, List<String>> ALLOWED_USERS =
      Map.ofEntries(
          entry("com.fasterxml.jackson..", List.of("dev.signet.json")),
          entry("javax.crypto..", List.of("dev.signet.seal")),
          entry("java.sql..", List.of("dev.signet.store.jdbc")),
          entry("javax.sql..", List.of("dev.signet.store.jdbc")),
          entry("javax.naming..", List.of("dev.signet.store.jdbc")),
          entry("redis.clients..", List.of("dev.signet.store.redis")),
          entry("org.apache.commons.pool2..", List.of("dev.signet.store.redis")),
          entry(
              "org.eclipse.microprofile.config..",
              List.of("dev.signet.config", "dev.signet.cdi", "dev.signet.demo.desk")),
          entry(
              "jakarta.enterprise..",
              List.of(
                  "dev.signet",
                  "dev.signet.cdi",
                  "dev.signet.csrf",
                  "dev.signet.jaxrs",
                  "dev.signet.security",
                  "dev.signet.servlet",
                  "dev.signet.websocket",
                  "dev.signet.demo..")),
          entry(
              "jakarta.inject..",
              List.of(
                  "dev.signet",
                  "dev.signet.cdi",
                  "dev.signet.csrf",
                  "dev.signet.jaxrs",
                  "dev.signet.observability",
                  "dev.signet.demo..")),
          entry(
              "jakarta.servlet..",
              List.of("dev.signet.csrf", "dev.signet.security", "dev.signet.servlet")),
          entry("jakarta.security..", List.of("dev.signet.security")),
          entry("org.glassfish..", List.of("dev.signet.servlet")),
          entry("jakarta.websocket..", List.of("dev.signet.websocket", "dev.signet.demo.examples")),
          entry(
              "org.eclipse.microprofile.health..",
              List.of("dev.signet.observability", "dev.signet.cdi")),
          entry("io.opentelemetry..", List.of("dev.signet.observability", "dev.signet.cdi")),
          entry(
              "org.eclipse.microprofile.metrics..",
              List.of("dev.signet.observability", "dev.signet.cdi")),
          entry(
              "jakarta.ws.rs..",
              List.of(
                  "dev.signet",
                  "dev.signet.core",
                  "dev.signet.cdi",
                  "dev.signet.csrf",
                  "dev.signet.jaxrs",
                  "dev.signet.security",
                  "dev.signet.servlet",
                  "dev.signet.testing",
                  "dev.signet.websocket",
                  "dev.signet.demo..")));

  @Test
  @DisplayName("every package has its allowed imports")
  void everyPackageHasItsAllowedImports() {
    assertThat(OURS.stream().map(JavaClass::getPackageName).distinct())
        .containsExactlyInAnyOrderElementsOf(ALLOWED_IMPORTS.keySet());
  }

  @Test
  @DisplayName("a package imports only the packages that it may import")
  void packageImportsOnlyAllowedPackages() {
    ALLOWED_IMPORTS.forEach(
        (name, allowed) ->
            noClasses()
                .that()
                .resideInAPackage(name)
                .should()
                .dependOnClassesThat(
                    resideInAPackage("dev.signet..")
                        .and(not(resideInAPackage(name)))
                        .and(not(resideInAnyPackage(allowed.toArray(String[]::new)))))
                .check(OURS));
  }

  @Test
  @DisplayName("packages have no cyclic dependencies")
  void packagesHaveNoCyclicDependencies() {
    slices().matching("dev.(**)").should().beFreeOfCycles().check(OURS);
  }

  @Test
  @DisplayName("a library or API is imported only by the packages that may import it")
  void libraryIsImportedOnlyByAllowedPackages() {
    ALLOWED_USERS.forEach(
        (library, users) ->
            noClasses()
                .that()
                .resideOutsideOfPackages(users.toArray(String[]::new))
                .should()
                .dependOnClassesThat()
                .resideInAPackage(library)
                .check(OURS));
  }

  @Test
  @DisplayName("core and cdi import only GenericType of Jakarta REST")
  void coreAndCdiImportOnlyGenericType() {
    noClasses()
        .that()
        .resideInAnyPackage("dev.signet.core", "dev.signet.cdi")
        .should()
        .dependOnClassesThat(
            resideInAPackage("jakarta.ws.rs..").and(not(equivalentTo(GenericType.class))))
        .check(OURS);
  }

  @Test
  @DisplayName("K2 no class uses Java deserialisation")
  void noClassUsesJavaDeserialisation() {
    noClasses().should().dependOnClassesThat().areAssignableTo(ObjectInputStream.class).check(OURS);
  }

  @Test
  @DisplayName("K2 Jackson's polymorphic typing is not used")
  void polymorphicTypingIsNotUsed() {
    noClasses()
        .should()
        .callMethodWhere(target(nameMatching("(activate|enable|set)DefaultTyping.*")))
        .orShould()
        .dependOnClassesThat()
        .haveFullyQualifiedName("com.fasterxml.jackson.annotation.JsonTypeInfo")
        .check(OURS);
  }

  @Test
  @DisplayName("R2 secrets are compared in constant time only")
  void secretsAreComparedInConstantTime() {
    noClasses()
        .that()
        .resideInAnyPackage("dev.signet.seal", "dev.signet.csrf")
        .should()
        .callMethodWhere(
            target(owner(equivalentTo(Arrays.class)))
                .and(target(nameMatching("equals|compare|mismatch|deepEquals"))))
        .orShould()
        .callMethodWhere(
            target(owner(assignableTo(ByteBuffer.class)))
                .and(target(nameMatching("equals|compareTo|mismatch"))))
        .check(OURS);
    for (String comparing :
        List.of(
            "dev.signet.seal.JwsFormat",
            "dev.signet.seal.SessionKey",
            "dev.signet.csrf.SessionCsrfToken")) {
      assertThat(OURS.get(comparing).getMethodCallsFromSelf())
          .as(comparing)
          .anyMatch(call -> call.getTarget().getFullName().startsWith(CONSTANT_TIME));
    }
  }

  @Test
  @DisplayName("T1 every random number is of an unseeded SecureRandom")
  void randomNumbersAreSecure() {
    noClasses()
        .should()
        .dependOnClassesThat(
            equivalentTo(Random.class)
                .or(equivalentTo(ThreadLocalRandom.class))
                .or(equivalentTo(SplittableRandom.class)))
        .orShould()
        .callMethod(Math.class, "random")
        .orShould()
        .callMethod(UUID.class, "randomUUID")
        .orShould()
        .callConstructor(SecureRandom.class, byte[].class)
        .orShould()
        .callMethodWhere(
            target(owner(assignableTo(Random.class))).and(target(nameMatching("setSeed"))))
        .check(OURS);
  }
}
