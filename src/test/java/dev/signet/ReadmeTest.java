package dev.signet;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signet.config.Option;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.regex.Pattern;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** What the README says is so. */
class ReadmeTest {

  private static String file(String name) throws IOException {
    return Files.readString(Path.of(name));
  }

  private static String between(String text, String start, String end) {
    var matcher =
        Pattern.compile(Pattern.quote(start) + "(.*?)" + Pattern.quote(end), Pattern.DOTALL)
            .matcher(text);
    assertThat(matcher.find()).as("a text between %s and %s", start, end).isTrue();
    return matcher.group(1);
  }

  private static String row(Option option) {
    boolean word = option.defaultValue().equals("none") || option.defaultValue().equals("required");
    String fallback = word ? option.defaultValue() : "`" + option.defaultValue() + "`";
    return "| `%s` | %s | %s |".formatted(option.key(), fallback, option.description());
  }

  @Test
  @DisplayName("C22 the table of options is the list of options")
  void options() throws IOException {
    var table = between(file("README.md"), "| key | default | meaning |\n|---|---|---|\n", "\n\n");
    assertThat(table.lines()).containsExactly(rows());
  }

  private static String[] rows() {
    return Arrays.stream(Option.values()).map(ReadmeTest::row).toArray(String[]::new);
  }

  @Test
  @DisplayName("the resource it opens with is the one that runs")
  void resource() throws IOException {
    var shown = between(file("README.md"), "```java\n", "```").lines().map(String::strip);
    var demo = file("src/main/java/dev/signet/demo/VisitsResource.java");
    assertThat(demo.lines().map(String::strip)).containsAll(shown.toList());
  }

  @Test
  @DisplayName("N4 the test it shows is one of ours, but for the address of the server")
  void kit() throws IOException {
    var shown =
        between(file("README.md"), "```java\nvar browser", "```").lines().map(ReadmeTest::code);
    var test = file("src/test/java/dev/signet/suite/DemoIT.java");
    assertThat(test.lines().map(String::strip))
        .containsAll(shown.filter(line -> !line.contains("://")).toList());
  }

  private static String code(String line) {
    String code = line.replaceFirst(" //.*", "");
    return code.startsWith(" = Client") ? "var browser" + code : code;
  }

  @Test
  @DisplayName("the version to depend on is the one that is built")
  void version() throws IOException {
    var built = between(file("pom.xml"), "<artifactId>signet</artifactId>\n  <version>", "<");
    var shown = between(file("README.md"), "<artifactId>signet</artifactId>\n     <version>", "<");
    assertThat(shown).isEqualTo(built);
  }

  @Test
  @DisplayName("K3 it says what a signed cookie is not")
  void limits() throws IOException {
    assertThat(between(file("README.md"), "## What a signed cookie is not", "\n## "))
        .contains("Not secret", "Not revocable");
  }
}
