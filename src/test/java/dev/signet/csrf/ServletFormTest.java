package dev.signet.csrf;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class ServletFormTest {

  @Test
  @DisplayName("N2 parameters of the URL are not part of the form")
  void withoutTheQuery() {
    Map<String, String[]> parameters = new LinkedHashMap<>();
    parameters.put("text", new String[] {"a", "a", "b"});
    parameters.put("id", new String[] {"5"});
    parameters.put("name", new String[] {"Ada"});
    Map<String, List<String>> query = Map.of("text", List.of("a"), "id", List.of("5"));
    assertThat(ServletForm.fields(parameters, query))
        .containsEntry("text", List.of("a", "b"))
        .containsEntry("id", List.of())
        .containsEntry("name", List.of("Ada"));
  }

  @Test
  @DisplayName("N2 a form is encoded again as browsers encode it, in its charset")
  void written() {
    Map<String, List<String>> fields = new LinkedHashMap<>();
    fields.put("a b", List.of("1&2=3", "\u00e9"));
    fields.put("none", List.of());
    fields.put("empty", List.of(""));
    assertThat(ServletForm.form(fields, UTF_8)).isEqualTo("a+b=1%262%3D3&a+b=%C3%A9&empty=");
    assertThat(ServletForm.form(fields, ISO_8859_1)).isEqualTo("a+b=1%262%3D3&a+b=%E9&empty=");
  }
}
