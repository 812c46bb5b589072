package dev.signet.csrf;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.signet.SessionEvent.CsrfFailure;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class CsrfRefusalTest {

  private static @Nullable String type(@Nullable String accept) {
    return CsrfRefusal.of(CsrfFailure.MISSING_TOKEN, accept).headers().get("Content-Type");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "text/html,application/xhtml+xml,application/xml;q=0.9,image/avif,*/*;q=0.8",
        "TEXT/HTML",
        "text/html;charset=utf-8; q=0.5, application/json;q=0.4",
        "application/xhtml+xml",
      })
  @DisplayName("N2 a client that prefers HTML gets a page")
  void page(String accept) {
    assertThat(type(accept)).isEqualTo("text/html;charset=UTF-8");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "*/*",
        "text/*",
        "application/json, text/plain, */*",
        "application/json, text/html",
        "text/html;q=0.5, application/problem+json",
        "text/html;q=0",
        ";,;q=1,",
      })
  @DisplayName("N2 any other client gets a problem body")
  void problem(String accept) {
    assertThat(type(accept)).isEqualTo("application/problem+json");
    assertThat(type(null)).isEqualTo("application/problem+json");
  }

  @ParameterizedTest
  @EnumSource
  @DisplayName("N2 each refusal is a page of its own or a valid problem, and is not stored")
  void everyFailure(CsrfFailure failure) throws IOException {
    var page = CsrfRefusal.of(failure, "text/html");
    assertThat(new String(page.body(), UTF_8))
        .startsWith("<!DOCTYPE html>")
        .contains("<html lang=\"en\">", "width=device-width", "Nothing was changed.")
        .doesNotContain("%s", "<script", "style", "<p> Nothing");
    assertThat(page.headers())
        .containsEntry("Cache-Control", "no-store")
        .containsEntry("Vary", "Accept")
        .containsEntry("X-Content-Type-Options", "nosniff");
    var problem = new ObjectMapper().readTree(CsrfRefusal.of(failure, null).body());
    assertThat(problem.get("status").asInt()).isEqualTo(403);
    assertThat(problem.get("title").asText()).isEqualTo("Forbidden");
    assertThat(problem.get("detail").asText()).isNotEmpty();
  }

  @Test
  @DisplayName("N2 J3 it is logged at deployment what is checked")
  void coverage() {
    assertThat(ServletCoverage.hasFilter("no servlet context")).isFalse();
    assertThat(CsrfCoverage.describe(dev.signet.config.CsrfConfig.Mode.OFF, true))
        .contains("session.csrf is off", "are accepted");
    assertThat(CsrfCoverage.describe(dev.signet.config.CsrfConfig.Mode.TOKEN, true))
        .contains("session.csrf=token", "servlets and pages, except");
    assertThat(CsrfCoverage.describe(dev.signet.config.CsrfConfig.Mode.ORIGIN, false))
        .contains("session.csrf=origin", "only, not to servlets and pages");
  }
}
