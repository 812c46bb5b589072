package dev.signet;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Checks that Javadoc and documentation are in plain words. */
class PlainWordsTest {

  private static final Path CODE = Path.of("src/main/java/dev/signet");

  private static final Pattern IDIOM =
      Pattern.compile(
          String.join(
              "|",
              "\\b(whoever|somebody|nobody|anybody|everybody)\\b",
              "\\bwhere (there|it|none|no|nothing)\\b", // if, when
              "(?-i:(?<=^|[.:;] )(What|Of) )", // a noun
              "\\btells? (of|whether)\\b|\\bis told\\b", // returns whether, publishes
              "\\b(anew|meanwhile|any more|to be had|of its own will)\\b",
              "\\bsafe for use by many threads\\b", // thread-safe
              "\\b(he|his|himself)\\b"), // they, their
          Pattern.CASE_INSENSITIVE);

  private static final Pattern JAVADOC = Pattern.compile("(?s)/\\*\\*(.*?)\\*/");
  private static final Pattern SAMPLE = Pattern.compile("(?s)```.*?```|<pre>.*?</pre>");

  private static Stream<String> idioms(String text) {
    String line = SAMPLE.matcher(text).replaceAll(" ").replaceAll("\\s+", " ").strip();
    return IDIOM
        .matcher(line)
        .results()
        .map(found -> line.substring(found.start(), Math.min(found.end() + 40, line.length())));
  }

  private static Stream<String> javadoc(Path file) {
    return JAVADOC
        .matcher(read(file))
        .results()
        .map(comment -> comment.group(1).replaceAll("\\n\\s*\\* ?", "\n"));
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static boolean isSource(Path file) {
    return file.toString().endsWith(".java");
  }

  @Test
  @DisplayName("Javadoc is in plain words")
  void javadocIsInPlainWords() throws IOException {
    try (var files = Files.walk(CODE)) {
      assertThat(
              files
                  .filter(PlainWordsTest::isSource)
                  .flatMap(
                      file ->
                          javadoc(file)
                              .flatMap(PlainWordsTest::idioms)
                              .map(found -> file.getFileName() + ": " + found)))
          .isEmpty();
    }
  }

  @Test
  @DisplayName("The README and the pages of the documentation are in plain words")
  void pagesAreInPlainWords() throws IOException {
    try (var files = Files.list(Path.of("src/docs"))) {
      assertThat(
              Stream.concat(Stream.of(Path.of("README.md")), files)
                  .filter(file -> file.toString().endsWith(".md"))
                  .flatMap(
                      file -> idioms(read(file)).map(found -> file.getFileName() + ": " + found)))
          .isEmpty();
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Tells whether it is new.",
        "What ended a session.",
        "A name. Of two cookies the first.",
        "Returns null where there is none.",
        "For whoever\n   implements a store.",
        "A user and his cart."
      })
  @DisplayName("An idiom is found in a sentence")
  void anIdiomIsFound(String sentence) {
    assertThat(idioms(sentence)).hasSize(1);
  }
}
