package dev.signet.security;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.enterprise.inject.Produces;
import jakarta.enterprise.inject.se.SeContainer;
import jakarta.enterprise.inject.se.SeContainerInitializer;
import jakarta.security.enterprise.authentication.mechanism.http.BasicAuthenticationMechanismDefinition;
import jakarta.security.enterprise.authentication.mechanism.http.CustomFormAuthenticationMechanismDefinition;
import jakarta.security.enterprise.authentication.mechanism.http.FormAuthenticationMechanismDefinition;
import jakarta.security.enterprise.authentication.mechanism.http.HttpAuthenticationMechanism;
import jakarta.security.enterprise.authentication.mechanism.http.LoginToContinue;
import jakarta.security.enterprise.authentication.mechanism.http.OpenIdAuthenticationMechanismDefinition;
import jakarta.security.enterprise.identitystore.IdentityStore;
import org.eclipse.microprofile.auth.LoginConfig;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OwnMechanismsTest {

  private static SeContainer container;

  @BeforeAll
  static void start() {
    container =
        SeContainerInitializer.newInstance()
            .disableDiscovery()
            .addBeanClasses(OwnMechanismsTest.class)
            .initialize();
  }

  @AfterAll
  static void stop() {
    container.close();
  }

  private static boolean isOne(Class<?> type) {
    return OwnMechanisms.isOne(container.getBeanManager().createAnnotatedType(type));
  }

  @ParameterizedTest
  @ValueSource(
      classes = {
        Mechanism.class,
        Inherited.class,
        Basic.class,
        Form.class,
        CustomForm.class,
        OpenId.class,
        MpJwt.class,
        ProducingMethod.class,
        ProducingField.class
      })
  @DisplayName("L2 a mechanism, a definition of one, and a producer of one are found")
  void mechanisms(Class<?> type) {
    assertThat(isOne(type)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(classes = {OwnMechanismsTest.class, Store.class, String.class, Producing.class})
  @DisplayName("L2 other beans of security are no mechanisms")
  void others(Class<?> type) {
    assertThat(isOne(type)).isFalse();
  }

  abstract static class Mechanism implements HttpAuthenticationMechanism {}

  abstract static class Inherited extends Mechanism {}

  @BasicAuthenticationMechanismDefinition
  static class Basic {}

  @FormAuthenticationMechanismDefinition(loginToContinue = @LoginToContinue)
  static class Form {}

  @CustomFormAuthenticationMechanismDefinition(loginToContinue = @LoginToContinue)
  static class CustomForm {}

  @OpenIdAuthenticationMechanismDefinition
  static class OpenId {}

  @LoginConfig(authMethod = "MP-JWT")
  static class MpJwt {}

  static class Store implements IdentityStore {}

  abstract static class ProducingMethod {
    @Produces
    abstract Mechanism mechanism();
  }

  abstract static class ProducingField {
    @Produces @Nullable HttpAuthenticationMechanism mechanism;
  }

  abstract static class Producing {
    @Produces
    abstract IdentityStore store();

    abstract Mechanism mechanism();
  }
}
