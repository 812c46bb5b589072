package dev.signet.suite;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.abort;

import dev.signet.documentation.AccountResource;
import dev.signet.documentation.SamePassword;
import dev.signet.documentation.recipes.RecipesApplication;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The transcripts of the README, with the curl of this machine, and its log-in. */
@ArquillianTest
@RunAsClient
class ReadmeIT {

  private static final Pattern COMMAND =
      Pattern.compile("(?m)^\\$ (curl .*)\\n((?:(?!\\$ |```).*\\n)*)");
  private static final Pattern TOKEN = Pattern.compile("session=[\\w-]+\\.[\\w-]+\\.[\\w-]+");

  @Deployment(name = "account", testable = false)
  static WebArchive account() {
    return TestArchives.library("account", "session.secret-key=" + Tokens.SECRET)
        .addClasses(
            RecipesApplication.class,
            AccountResource.class,
            AccountResource.Passwords.class,
            SamePassword.class);
  }

  @Deployment(name = "readme", testable = false)
  static WebArchive demo() {
    return TestArchives.demo("readme");
  }

  /** Returns the output of a command, sent to the deployed demo. */
  private static String run(String command, Path folder) throws IOException {
    String port = System.getProperty("test.http.port");
    List<String> words = new ArrayList<>(List.of(command.split(" ", -1)));
    words.add(1, "--silent");
    words.replaceAll(word -> word.replace("localhost:9080/", "localhost:" + port + "/readme/"));
    try {
      Process curl =
          new ProcessBuilder(words).directory(folder.toFile()).redirectErrorStream(true).start();
      return new String(curl.getInputStream().readAllBytes(), UTF_8).replace("\r\n", "\n");
    } catch (IOException e) {
      return abort("There is no curl: " + e.getMessage());
    }
  }

  /** Returns a pattern of an output in which a line of three dots stands for any lines. */
  private static Pattern expected(String output) {
    String text = TOKEN.matcher(output.strip()).replaceAll("session=TOKEN");
    return Pattern.compile(
        Pattern.quote(text)
            .replace("\n...\n", "\\E\\n(?:.*\\n)*?\\Q")
            .replace("session=TOKEN", "\\Esession=[\\w-]+\\.[\\w-]+\\.[\\w-]+\\Q"));
  }

  @Test
  @DisplayName("S1 H1 the commands of the README print what it shows")
  void commandsPrintWhatIsShown(@TempDir Path folder) throws IOException {
    List<MatchResult> commands =
        COMMAND.matcher(Files.readString(Path.of("README.md"))).results().toList();
    assertThat(commands).hasSize(2);
    for (MatchResult command : commands) {
      assertThat(run(command.group(1), folder).strip()).matches(expected(command.group(2)));
    }
  }

  @Test
  @DisplayName("L1 L2 the log-in of the README guards a resource")
  void logInGuardsAResource() {
    String port = System.getProperty("test.http.port");
    var browser =
        new BrowserClient(URI.create("http://localhost:" + port + "/account/app/account/"));
    assertThat(browser.get("orders").status()).isEqualTo(401);
    assertThat(browser.form("login", "name=ada&password=guess").status()).isEqualTo(401);
    assertThat(browser.form("login", "name=ada&password=secret+of+ada").status()).isEqualTo(204);
    assertThat(browser.get("orders").body()).isEqualTo("Orders of ada");
    assertThat(browser.post("logout").status()).isEqualTo(204);
    assertThat(browser.get("orders").status()).isEqualTo(401);
  }
}
