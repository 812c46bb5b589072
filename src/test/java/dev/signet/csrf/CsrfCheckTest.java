package dev.signet.csrf;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import jakarta.annotation.Priority;
import jakarta.ws.rs.Priorities;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CsrfCheckTest {

  @ParameterizedTest
  @ValueSource(strings = {"GET", "HEAD", "OPTIONS", "TRACE"})
  @DisplayName("N2 the safe methods of HTTP are not checked")
  void safeMethods(String method) {
    assertThat(CsrfCheck.isSafe(method)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "POST",
        "PUT",
        "PATCH",
        "DELETE",
        "CONNECT",
        "PURGE",
        "PROPFIND",
        "get",
        "Head",
        ""
      })
  @DisplayName("N2 any other method is checked, and names of methods are case-sensitive")
  void otherMethods(String method) {
    assertThat(CsrfCheck.isSafe(method)).isFalse();
  }

  @Test
  @DisplayName("N2 the check of resources runs at priority 500, before authentication")
  void priority() {
    assertThat(requireNonNull(CsrfFilter.class.getAnnotation(Priority.class)).value())
        .isEqualTo(500)
        .isLessThan(Priorities.AUTHENTICATION);
  }
}
