package dev.signet;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signet.config.Option;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Holds the README and the pages of the documentation against the code, and their links. */
class DocumentationTest {

  private static final Path README = Path.of("README.md");
  private static final Path PAGES = Path.of("src/docs");
  private static final Pattern LINK = Pattern.compile("]\\((?!https?:)([^)#\\s]*)(#[^)\\s]+)?\\)");
  private static final Pattern SAMPLE = Pattern.compile("(?s)```java\\n(.*?)```");
  private static final Pattern PAGE_SAMPLE = Pattern.compile("(?s)```(?:html|js)\\n(.*?)```");

  static List<Path> pages() throws IOException {
    try (var files = Files.list(PAGES)) {
      return files.filter(file -> file.toString().endsWith(".md")).sorted().toList();
    }
  }

  static Stream<Path> texts() throws IOException {
    return Stream.concat(Stream.of(README), pages().stream());
  }

  private static String text(Path file) throws IOException {
    return Files.readString(file);
  }

  private static String page(String name) throws IOException {
    return text(PAGES.resolve(name));
  }

  private static String between(String text, String start, String end) {
    var matcher =
        Pattern.compile(Pattern.quote(start) + "(.*?)" + Pattern.quote(end), Pattern.DOTALL)
            .matcher(text);
    assertThat(matcher.find()).as("a text between %s and %s", start, end).isTrue();
    return matcher.group(1);
  }

  private static String defaultValue(Option option) {
    boolean word = option.defaultValue().equals("none") || option.defaultValue().equals("required");
    return word ? option.defaultValue() : "`" + option.defaultValue() + "`";
  }

  @Test
  @DisplayName("C22 The table of options equals the list of options")
  void optionTable() throws IOException {
    var table = between(page("options.md"), "| key | default | meaning |\n|---|---|---|\n", "\n\n");
    assertThat(table.lines())
        .containsExactly(
            Arrays.stream(Option.values())
                .map(
                    option ->
                        "| `%s` | %s | %s |"
                            .formatted(option.key(), defaultValue(option), option.description()))
                .toArray(String[]::new));
  }

  @Test
  @DisplayName("C22 The short table of options has keys and defaults of the list of options")
  void optionsAtAGlance() throws IOException {
    var table = between(text(README), "| key | default | use it to |\n|---|---|---|\n", "\n\n");
    assertThat(table.lines().map(row -> row.replaceFirst("(\\| .*? \\| .*? \\|).*", "$1")))
        .isSubsetOf(
            Arrays.stream(Option.values())
                .map(option -> "| `%s` | %s |".formatted(option.key(), defaultValue(option)))
                .toList());
  }

  @Test
  @DisplayName("L7 Each row of ASVS that Signet covers is named by a test")
  void asvsRows() throws IOException {
    var row = Pattern.compile("(?m)^\\| (\\d\\.\\d\\.\\d) \\| \\d \\| [^|]* \\| (yours)?");
    var rows = row.matcher(page("asvs.md")).results().toList();
    assertThat(rows).hasSize(24);
    var named = Pattern.compile("\"L7 ASVS ((?:\\d\\.\\d\\.\\d )+)");
    String names =
        sources().stream()
            .flatMap(source -> named.matcher(source).results())
            .map(name -> name.group(1))
            .collect(Collectors.joining());
    assertThat(rows.stream().filter(each -> each.group(2) == null).map(each -> each.group(1)))
        .hasSizeGreaterThan(15)
        .allMatch(each -> names.contains(each + " "));
  }

  @ParameterizedTest
  @MethodSource("texts")
  @DisplayName("L5 L7 A page that cites NIST SP 800-63B names the revision")
  void revisionOfNist(Path page) throws IOException {
    for (String paragraph : text(page).split("\n\n|\\|\n", -1)) {
      if (paragraph.contains("800-63")) {
        assertThat(paragraph).containsPattern("revisions? [34]");
      }
    }
  }

  @Test
  @DisplayName("L1 L2 L4 The recipe of the page about log-ins has at most 30 lines")
  void recipe() throws IOException {
    var recipe = between(page("logins.md"), "## The recipe", "\n## ");
    var sample = SAMPLE.matcher(recipe);
    assertThat(sample.find()).isTrue();
    assertThat(sample.group(1).lines().filter(line -> !line.isBlank()))
        .hasSizeLessThanOrEqualTo(30);
  }

  @ParameterizedTest
  @MethodSource("texts")
  @DisplayName("Every Java sample of a page is compiled: one source file has all its lines")
  void samplesAreCompiled(Path page) throws IOException {
    for (MatchResult sample : SAMPLE.matcher(text(page)).results().toList()) {
      var lines = code(sample.group(1));
      assertThat(sources().stream().anyMatch(source -> has(source, lines)))
          .as("a source file has all of %s", lines)
          .isTrue();
    }
  }

  @ParameterizedTest
  @MethodSource("texts")
  @DisplayName("Every HTML and JavaScript sample of a page is part of a file that a test uses")
  void pageSamplesAreUsed(Path page) throws IOException {
    try (var files = Files.list(Path.of("src/test/resources/recipes"))) {
      List<String> sources = files.map(DocumentationTest::read).toList();
      for (MatchResult sample : PAGE_SAMPLE.matcher(text(page)).results().toList()) {
        var lines = code(sample.group(1));
        assertThat(sources.stream().anyMatch(source -> has(source, lines)))
            .as("a file has all of %s", lines)
            .isTrue();
      }
    }
  }

  /** Returns the lines of a text without comments, omissions and the address of a server. */
  private static Set<String> code(String sample) {
    return sample
        .lines()
        .map(line -> line.replaceFirst("(^|\\s)//\\s.*", "").strip())
        .map(line -> line.replace("{ ... }", "{"))
        .filter(line -> !line.equals("...") && !line.contains("://"))
        .collect(Collectors.toSet());
  }

  private static boolean has(String source, Set<String> lines) {
    return code(source).containsAll(lines);
  }

  private static List<String> sources() throws IOException {
    try (var tests = Files.walk(Path.of("src/test/java"));
        var demo = Files.walk(Path.of("src/main/java/dev/signet/demo"))) {
      var files = Stream.concat(tests, demo).filter(file -> file.toString().endsWith(".java"));
      return files.map(DocumentationTest::read).toList();
    }
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Test
  @DisplayName("The dependency of the README has the version that is built")
  void versionOfTheDependency() throws IOException {
    var built =
        between(read(Path.of("pom.xml")), "<artifactId>signet</artifactId>\n  <version>", "<");
    var shown = between(text(README), "<artifactId>signet</artifactId>\n     <version>", "<");
    assertThat(shown).isEqualTo(built);
  }

  @ParameterizedTest
  @ValueSource(strings = {"starter", "wildfly", "glassfish", "payara", "helidon", "quarkus"})
  @DisplayName("The projects to copy depend on the versions that are built and tested")
  void versionsOfTheProjects(String name) {
    String pom = read(Path.of("pom.xml"));
    String project = read(Path.of("src/it", name, "pom.xml"));
    assertThat(project).doesNotContain("@");
    assertThat(between(project, "<artifactId>signet</artifactId>\n      <version>", "<"))
        .isEqualTo(between(pom, "<artifactId>signet</artifactId>\n  <version>", "<"));
    Map.of(
            "<artifactId>jakarta.jakartaee-api</artifactId>", "jakartaee",
            "<artifactId>smallrye-config</artifactId>", "smallrye-config",
            "<artifactId>quarkus-bom</artifactId>", "quarkus",
            "<artifactId>quarkus-maven-plugin</artifactId>", "quarkus",
            "<artifactId>helidon-bom</artifactId>", "helidon")
        .forEach(
            (artifact, version) -> {
              if (project.contains(artifact)) {
                assertThat(between(project, artifact, "</version>").replaceAll("\\s*<version>", ""))
                    .as(artifact)
                    .isEqualTo(between(pom, "<" + version + ".version>", "<"));
              }
            });
  }

  @Test
  @DisplayName("The README names each dependency that applications get")
  void dependenciesAreNamed() throws IOException {
    String readme = text(README);
    var dependency = Pattern.compile("(?s)<dependency>(.*?)</dependency>");
    String pom =
        read(Path.of("pom.xml"))
            .replaceFirst("(?s)<dependencyManagement>.*?</depend.*?Management>", "");
    assertThat(
            dependency
                .matcher(between(pom, "\n  <dependencies>", "\n  </dependencies>"))
                .results()
                .map(match -> match.group(1))
                .filter(text -> !text.contains("<scope>"))
                .map(text -> between(text, "<artifactId>", "</artifactId>")))
        .hasSize(3)
        .allMatch(name -> readme.contains("`" + name + "`"));
  }

  @Test
  @DisplayName("K3 The README says what a signed cookie is not")
  void limitsOfASignedCookie() throws IOException {
    assertThat(between(text(README), "## What a signed cookie is not", "\n## "))
        .contains("Not secret", "Not revocable", "Not a counter", "Not large");
  }

  @Test
  @DisplayName("The README has at most 1,500 words and links to every page")
  void readmeIsShortAndComplete() throws IOException {
    String readme = text(README);
    assertThat(readme.split("\\s+")).hasSizeLessThanOrEqualTo(1500);
    assertThat(pages()).allSatisfy(page -> assertThat(readme).contains("](" + page));
  }

  @Test
  @DisplayName("Every message of the page on troubleshooting is a message of the code")
  void messagesExist() throws IOException {
    try (var files = Files.walk(Path.of("src/main/java"))) {
      String code =
          files
              .filter(file -> file.toString().endsWith(".java"))
              .map(DocumentationTest::read)
              .collect(Collectors.joining())
              .replaceAll("\"\\s*\\+\\s*\"", "");
      assertThat(
              Pattern.compile("(?m)^\\| `([^`]+)` \\|")
                  .matcher(page("troubleshooting.md"))
                  .results())
          .hasSizeGreaterThan(10)
          .extracting(message -> message.group(1))
          .filteredOn(message -> !code.contains(message))
          .isEmpty();
    }
  }

  @ParameterizedTest
  @MethodSource("pages")
  @DisplayName("Every page opens with what it is for")
  void pageOpensWithItsPurpose(Path page) throws IOException {
    assertThat(text(page)).matches("(?s)# [^\\n]+\\n\\nThis page .*");
  }

  @ParameterizedTest
  @MethodSource("texts")
  @DisplayName("Every link of a page leads to a file and a heading that exist")
  void linksLeadSomewhere(Path page) throws IOException {
    for (MatchResult link : LINK.matcher(text(page)).results().toList()) {
      Path target = link.group(1).isEmpty() ? page : page.resolveSibling(link.group(1)).normalize();
      assertThat(target).as("target of %s", link.group()).exists();
      if (link.group(2) != null) {
        assertThat(anchors(target)).as("headings of %s", target).contains(link.group(2));
      }
    }
  }

  /** Returns the anchors GitHub makes of the headings of a page. */
  private static List<String> anchors(Path page) throws IOException {
    return text(page)
        .replaceAll("(?s)```.*?```", "")
        .lines()
        .filter(line -> line.matches("#+ .*"))
        .map(line -> line.replaceFirst("#+ ", "").toLowerCase(Locale.ROOT))
        .map(heading -> "#" + heading.replaceAll("[^\\p{L}\\p{N} _-]", "").replace(' ', '-'))
        .toList();
  }
}
