package dev.signet;

import static java.util.stream.Collectors.toCollection;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Holds the rows of the contract's page against the display names of the tests. */
class ContractTest {

  private static final Pattern ROW =
      Pattern.compile("^- \\*\\*(?<id>[A-Z]\\d+)\\*\\* (?<planned>planned: )?", Pattern.MULTILINE);

  /** The IDs a display name starts with, between the quotation mark and the sentence. */
  private static final Pattern CITATION =
      Pattern.compile("@DisplayName\\(\\s*\"((?:[A-Z]\\d+ )+)", Pattern.MULTILINE);

  private static String page() throws IOException {
    return Files.readString(Path.of("src/docs/contract.md"));
  }

  private static Set<String> rows(boolean planned) throws IOException {
    return ROW.matcher(page())
        .results()
        .filter(row -> (row.group(2) != null) == planned)
        .map(row -> row.group(1))
        .collect(toCollection(TreeSet::new));
  }

  private static Set<String> cited() throws IOException {
    Set<String> cited = new TreeSet<>();
    try (var files = Files.walk(Path.of("src/test/java"))) {
      for (Path file : files.filter(path -> path.toString().endsWith(".java")).toList()) {
        CITATION
            .matcher(Files.readString(file))
            .results()
            .map((MatchResult citation) -> citation.group(1).split(" "))
            .forEach(ids -> cited.addAll(Set.of(ids)));
      }
    }
    return cited;
  }

  @Test
  @DisplayName("Every row of the contract that is not planned is cited by a test")
  void keptRowsAreCited() throws IOException {
    assertThat(rows(false)).as("kept rows").hasSizeGreaterThan(50).isSubsetOf(cited());
  }

  @Test
  @DisplayName("Every row that a test cites is in the contract")
  void citedRowsExist() throws IOException {
    Set<String> listed = rows(false);
    listed.addAll(rows(true));
    assertThat(cited()).isSubsetOf(listed);
  }

  @Test
  @DisplayName("Every row of the contract starts with its ID, and is kept or planned once")
  void rowsHaveOneForm() throws IOException {
    assertThat(page().lines().filter(line -> line.startsWith("- ")))
        .allMatch(line -> ROW.matcher(line).find(), "starts with its ID")
        .doesNotHaveDuplicates();
    assertThat(ROW.matcher(page()).results().map(MatchResult::group)).doesNotHaveDuplicates();
  }
}
